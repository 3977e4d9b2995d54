package org.giaoban.preparation;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.PersonId;
import org.giaoban.meetings.Agendas;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the invited: of the meeting, of what changed, of its being called off. */
@Service
@Transactional
class Announcements {

    private final InvitationRepository invitations;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Messenger messenger;
    private final Chronicle chronicle;

    Announcements(
            InvitationRepository invitations,
            Meetings meetings,
            Agendas agendas,
            Messenger messenger,
            Chronicle chronicle) {
        this.invitations = invitations;
        this.meetings = meetings;
        this.agendas = agendas;
        this.messenger = messenger;
        this.chronicle = chronicle;
    }

    /** Ends the draft and invites; of an announced meeting, invites those added since. */
    int announce(MeetingId id) {
        var meeting = meetings.toRun(id);
        var line = meeting.state() == MeetingState.DRAFT ? agendas.announce(id) : meeting;
        if (line.state() != MeetingState.PLANNED) {
            throw new Refused("preparation.refused.not-ahead", line.title());
        }
        var known = invitations.find(id).orElseGet(() -> Invitation.of(line, 0));
        invitations.put(known);
        var told = invitations.receipts(id).stream().map(Receipt::person).collect(Collectors.toSet());
        var fresh = persons(id, told);
        if (fresh.isEmpty() && !told.isEmpty()) {
            throw new Refused("preparation.refused.all-told", line.title());
        }
        tell(known, Invitation.Kind.INVITE, "", fresh);
        return fresh.size();
    }

    private List<PersonId> persons(MeetingId id, Set<PersonId> without) {
        return meetings.attendees(id).stream()
                .map(Attendee::person)
                .filter(Objects::nonNull)
                .filter(person -> !without.contains(person))
                .distinct()
                .toList();
    }

    /** Tells what changed, when something did that the invited need to know. */
    void changed(MeetingLine after) {
        invitations.find(after.id()).ifPresent(before -> {
            var changes = before.changesTo(after);
            if (!changes.isEmpty()) {
                var now = Invitation.of(after, before.sequence() + 1);
                invitations.put(now);
                var words = changes.stream().map(Invitation.Change::written).collect(Collectors.joining("\n"));
                tell(now, Invitation.Kind.UPDATE, words, told(after.id()));
            }
        });
    }

    void cancelled(MeetingLine meeting, String reason) {
        invitations.find(meeting.id()).ifPresent(known -> {
            var now = known.calledOff();
            invitations.put(now);
            tell(now, Invitation.Kind.CANCEL, reason, told(meeting.id()));
        });
    }

    private List<PersonId> told(MeetingId id) {
        return invitations.receipts(id).stream().map(Receipt::person).toList();
    }

    private void tell(Invitation invitation, Invitation.Kind kind, String words, Collection<PersonId> persons) {
        var at = chronicle.now();
        invitations.invited(invitation.meeting(), persons, at);
        invitations.tell(
                invitation.meeting(),
                new Told(invitation.sequence(), kind, words, persons.size(), chronicle.name(), at));
        messenger.send(invitation, kind, words, persons);
        chronicle.trace(invitation, kind, persons.size());
    }
}
