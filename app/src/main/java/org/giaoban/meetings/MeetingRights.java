package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_READ;
import static org.giaoban.access.Capability.MEETING_RUN;

import org.giaoban.access.Access;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Component;

/** Who may see and run a meeting: those granted in its unit; the invited may see it once it is no draft any more. */
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
        if (!mayRead(meeting)) {
            throw new NotFound(meeting.id());
        }
    }

    boolean mayRead(Meeting meeting) {
        return runs(meeting)
                || meeting.state() != MeetingState.DRAFT
                        && (access.allows(MEETING_READ, meeting.unit()) || invited(meeting));
    }

    void toRun(Meeting meeting) {
        access.require(MEETING_RUN, meeting.unit());
    }

    boolean runs(Meeting meeting) {
        return access.allows(MEETING_RUN, meeting.unit());
    }

    boolean invited(Meeting meeting) {
        var person = viewer.find().map(Viewer::person).orElse(null);
        return person != null && attendees.invited(meeting.id(), person);
    }
}
