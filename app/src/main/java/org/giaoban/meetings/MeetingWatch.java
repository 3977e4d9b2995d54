package org.giaoban.meetings;

import org.giaoban.kernel.PersonId;

/** What modules above do when a meeting changes: within the same transaction, so that nobody is told what did not happen. */
public interface MeetingWatch {

    /** A draft was made with its agenda and the invited. */
    void drafted(MeetingLine meeting);

    /** An announced meeting was changed. */
    void changed(MeetingLine before, MeetingLine after);

    /** A meeting was called off; {@code announced} when the invited knew of it. */
    void cancelled(MeetingLine meeting, boolean announced, String reason);

    /** An invited person opened its page. */
    void seen(MeetingLine meeting, PersonId person);
}
