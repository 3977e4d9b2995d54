package org.giaoban.preparation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.kernel.PersonId;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingHead;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.notification.Mails;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.giaoban.preparation.InvitationController.Guest;
import org.giaoban.preparation.InvitationController.Page;
import org.giaoban.preparation.Receipt.Reply;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the page of the notice shows to one viewer. */
@Service
@Transactional
class InvitationPages {

    private final InvitationRepository invitations;
    private final Meetings meetings;
    private final Messenger messenger;
    private final InvitationPaper paper;
    private final Mails mails;
    private final Organization organization;
    private final Chronicle chronicle;

    InvitationPages(
            InvitationRepository invitations,
            Meetings meetings,
            Messenger messenger,
            InvitationPaper paper,
            Mails mails,
            Organization organization,
            Chronicle chronicle) {
        this.invitations = invitations;
        this.meetings = meetings;
        this.messenger = messenger;
        this.paper = paper;
        this.mails = mails;
        this.organization = organization;
        this.chronicle = chronicle;
    }

    @Transactional(readOnly = true)
    Page page(MeetingId id) {
        var head = meetings.head(meetings.toRead(id));
        var invitation = invitations.find(id).orElse(null);
        var receipts =
                invitations.receipts(id).stream().collect(Collectors.toMap(Receipt::person, Function.identity()));
        var person = chronicle.viewer().person();
        return new Page(
                head,
                invitation,
                invitations.told(id),
                head.runs() ? guests(id, invitation, receipts) : List.of(),
                person == null ? null : receipts.get(person),
                late(head),
                paper.numbered(head.line()));
    }

    private List<Guest> guests(
            MeetingId id, @org.jspecify.annotations.Nullable Invitation invitation, Map<PersonId, Receipt> receipts) {
        var key = invitation == null ? "" : Messenger.key(invitation);
        var progress = mails.progress(receipts.keySet(), key);
        return meetings.attendees(id).stream()
                .map(one -> guest(one, receipts, progress))
                .toList();
    }

    private static Guest guest(Attendee one, Map<PersonId, Receipt> receipts, Map<PersonId, Mails.Progress> progress) {
        var person = one.person();
        var receipt = person == null ? null : receipts.get(person);
        var mail = person == null ? null : progress.get(person);
        var word = mail == null
                ? Texts.text("preparation.mail.none")
                : switch (mail) {
                    case WAITING -> Texts.text("preparation.mail.waiting");
                    case SENT -> Texts.text("preparation.mail.sent");
                    case FAILED -> Texts.text("preparation.mail.failed");
                };
        return new Guest(one.id().toString(), one.name(), one.title(), receipt, word);
    }

    /** Says so when the notice leaves later than the kind of meeting asks. */
    private String late(MeetingHead head) {
        var line = head.line();
        if (line.state() != MeetingState.DRAFT) {
            return "";
        }
        var calendar = organization.workingCalendar();
        var days = meetings.rules(line).noticeDays();
        var latest = calendar.plusWorkingDays(line.day(), -days);
        var today = LocalDate.ofInstant(chronicle.now(), Zone.ID);
        return days > 0 && today.isAfter(latest) ? Texts.text("preparation.late", days, Formats.date(latest)) : "";
    }

    void looked(MeetingId id) {
        var meeting = meetings.toRead(id);
        var person = chronicle.viewer().person();
        if (person != null && meeting.state() != MeetingState.DRAFT) {
            invitations.find(id).ifPresent(now -> invitations.seen(id, person, now.sequence(), chronicle.now()));
        }
    }

    void reply(MeetingId id, Reply reply, String reason) {
        var meeting = meetings.toRead(id);
        var person = Objects.requireNonNullElseGet(chronicle.viewer().person(), PersonId::next);
        var kept = reply == Reply.EXCUSE ? reason : null;
        if (meeting.state() != MeetingState.PLANNED || !invitations.reply(id, person, reply, kept, chronicle.now())) {
            throw new Refused("preparation.refused.no-reply", meeting.title());
        }
        chronicle.trace("reply", id, meeting.unit(), Map.of("reply", reply.name()));
    }

    @Transactional(readOnly = true)
    CalendarFile calendar(MeetingId id) {
        var meeting = meetings.toRead(id);
        return messenger.calendar(invitations.find(id).orElseGet(() -> Invitation.of(meeting, 0)));
    }
}
