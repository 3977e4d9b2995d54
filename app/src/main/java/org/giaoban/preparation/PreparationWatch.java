package org.giaoban.preparation;

import org.giaoban.kernel.PersonId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingWatch;
import org.springframework.stereotype.Component;

/** What follows here when a meeting changes. */
@Component
class PreparationWatch implements MeetingWatch {

    private final Announcements announcements;
    private final InvitationRepository invitations;
    private final Topics topics;
    private final Chronicle chronicle;

    PreparationWatch(
            Announcements announcements, InvitationRepository invitations, Topics topics, Chronicle chronicle) {
        this.announcements = announcements;
        this.invitations = invitations;
        this.topics = topics;
        this.chronicle = chronicle;
    }

    @Override
    public void drafted(MeetingLine meeting) {
        topics.placeWaiting(meeting);
    }

    @Override
    public void changed(MeetingLine before, MeetingLine after) {
        announcements.changed(after);
    }

    @Override
    public void cancelled(MeetingLine meeting, boolean announced, String reason) {
        if (announced) {
            announcements.cancelled(meeting, reason);
            topics.meetingGone(meeting, reason);
        }
    }

    @Override
    public void seen(MeetingLine meeting, PersonId person) {
        invitations
                .find(meeting.id())
                .ifPresent(now -> invitations.seen(meeting.id(), person, now.sequence(), chronicle.now()));
    }
}
