package org.giaoban.notification;

import java.util.UUID;
import org.giaoban.kernel.Uuid7;

/** Identifies a notice. */
record NoticeId(UUID value) {

    static NoticeId next() {
        return new NoticeId(Uuid7.next());
    }
}
