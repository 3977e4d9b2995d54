package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_READ;
import static org.giaoban.access.Capability.MEETING_RUN;

import org.giaoban.access.Access;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Component;

/** Who may see and run a meeting: those granted in its unit; the invited may see it. */
@Component
class MeetingRights {

    private final Access access;
    private final CurrentViewer viewer;
    private final AttendeeRepository attendees;

    MeetingRights(Access access, CurrentViewer viewer, AttendeeRepository attendees) {
        this.access = access;
        this.viewer = viewer;
        this.attendees = attendees;
    }

    void toRead(Meeting meeting) {
        if (!access.allows(MEETING_READ, meeting.unit()) && !runs(meeting) && !invited(meeting)) {
            throw new NotFound(meeting.id());
        }
    }

    void toRun(Meeting meeting) {
        access.require(MEETING_RUN, meeting.unit());
    }

    boolean runs(Meeting meeting) {
        return access.allows(MEETING_RUN, meeting.unit());
    }

    private boolean invited(Meeting meeting) {
        var person = viewer.find().map(Viewer::person).orElse(null);
        return person != null && attendees.invited(meeting.id(), person);
    }
}
