package org.giaoban.meetings;

import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the modules above what becomes of meetings. */
@Service
@Transactional
class MeetingWatches {

    private final ObjectProvider<MeetingWatch> watches;
    private final AttendeeRepository attendees;
    private final CurrentViewer viewer;

    MeetingWatches(ObjectProvider<MeetingWatch> watches, AttendeeRepository attendees, CurrentViewer viewer) {
        this.watches = watches;
        this.attendees = attendees;
        this.viewer = viewer;
    }

    void drafted(Meeting meeting) {
        watches.forEach(watch -> watch.drafted(meeting.line()));
    }

    void changed(Meeting before, Meeting after) {
        if (before.state() != MeetingState.DRAFT) {
            watches.forEach(watch -> watch.changed(before.line(), after.line()));
        }
    }

    void cancelled(Meeting before, String reason) {
        var announced = before.state() != MeetingState.DRAFT;
        watches.forEach(watch -> watch.cancelled(before.cancelled().line(), announced, reason));
    }

    /** The viewer looked at the page; it counts when they are invited and it is no draft. */
    void looked(Meeting meeting) {
        PersonId person = viewer.find().map(org.giaoban.identity.Viewer::person).orElse(null);
        if (person != null && meeting.state() != MeetingState.DRAFT && attendees.invited(meeting.id(), person)) {
            watches.forEach(watch -> watch.seen(meeting.line(), person));
        }
    }
}
