package org.giaoban.meetings;

import java.util.UUID;
import org.giaoban.kernel.Uuid7;

/** Identity of a meeting. */
public record MeetingId(UUID value) {

    static MeetingId next() {
        return new MeetingId(Uuid7.next());
    }

    public String href() {
        return "/meetings/" + value;
    }
}
