package org.giaoban.proceedings;

import org.giaoban.identity.Viewer;
import org.giaoban.kernel.PersonId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.proceedings.Mark.Way;
import org.jspecify.annotations.Nullable;

/**
 * What one of the invited says of themselves.
 *
 * @param code as it was typed; blank without one
 */
record Tap(
        MeetingId meeting,
        PersonId person,
        Viewer by,
        PresenceState state,
        String code,
        @Nullable String reason) {

    /** Two taps of one person come one after the other. */
    record Whose(MeetingId meeting, PersonId person) {}

    Whose whose() {
        return new Whose(meeting, person);
    }

    Way way() {
        return state == PresenceState.PRESENT ? Way.CODE : Way.SELF;
    }
}
