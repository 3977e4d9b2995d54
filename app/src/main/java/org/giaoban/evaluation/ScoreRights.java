package org.giaoban.evaluation;

import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.evaluation.Score.Side;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.meetings.HeldMeetings.Held;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Component;

/** Who may read the score of a meeting and who may score it; those who follow the branch may without any right in it. */
@Component
class ScoreRights {

    private final Access access;
    private final Followers followers;
    private final CurrentViewer viewer;

    ScoreRights(Access access, Followers followers, CurrentViewer viewer) {
        this.access = access;
        this.followers = followers;
        this.viewer = viewer;
    }

    boolean mayRead(Held meeting) {
        return access.allows(Capability.MEETING_READ, meeting.unit()) || follows(meeting);
    }

    boolean mayScore(Side side, Held meeting) {
        return switch (side) {
            case SELF -> access.allows(Capability.MEETING_RUN, meeting.unit());
            case SUPERIOR -> access.allows(Capability.EVALUATE, meeting.unit()) || follows(meeting);
            case FINAL -> access.allows(Capability.EVALUATE, meeting.unit());
        };
    }

    void demand(Side side, Held meeting) {
        if (!mayScore(side, meeting)) {
            throw new NotFound(meeting.id());
        }
    }

    private boolean follows(Held meeting) {
        var person = viewer.find().map(one -> one.person()).orElse(null);
        return person != null && followers.follows(person, meeting.unit(), meeting.day());
    }
}
