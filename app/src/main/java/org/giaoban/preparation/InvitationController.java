package org.giaoban.preparation;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.meetings.MeetingHead;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingState;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.TableExport;
import org.giaoban.preparation.Receipt.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The notice of a meeting: sending it, who has it, the calendar file, and the answer of the invited. */
@Controller
class InvitationController {

    private final InvitationPages pages;
    private final Announcements announcements;
    private final Flash flash;

    InvitationController(InvitationPages pages, Announcements announcements, Flash flash) {
        this.pages = pages;
        this.announcements = announcements;
        this.flash = flash;
    }

    /** Somebody invited, with what they have of the notice; the receipt is null for those who were not told. */
    public record Guest(
            String id, String name, String title, @Nullable Receipt receipt, String mail) {}

    /** What the page shows; guests only to those who run the meeting. */
    public record Page(
            MeetingHead head,
            @Nullable Invitation invitation,
            List<Told> told,
            List<Guest> guests,
            @Nullable Receipt own,
            String late,
            InvitationPaper.Numbered paper) {

        String base() {
            return head.line().id().href();
        }

        boolean draft() {
            return head.line().state() == MeetingState.DRAFT;
        }

        boolean ahead() {
            return draft() || head.line().state() == MeetingState.PLANNED;
        }

        /** Whether a number can be given: the invited were told, and what they were told last has none. */
        boolean numberable() {
            return paper.may()
                    && paper.issued() == null
                    && invitation != null
                    && head.line().state() == MeetingState.PLANNED;
        }

        long seen() {
            return guests.stream()
                    .filter(one -> one.receipt() != null && one.receipt().firstSeenAt() != null)
                    .count();
        }

        String words(Told one) {
            return Messenger.words(one.kind(), one.words());
        }
    }

    @GetMapping("/meetings/{id}/invitation")
    @ForSignedIn
    ModelAndView show(@PathVariable UUID id) {
        pages.looked(new MeetingId(id));
        return new ModelAndView("preparation/invitation", "page", pages.page(new MeetingId(id)));
    }

    @PostMapping("/meetings/{id}/invitation")
    @Requires(MEETING_RUN)
    ModelAndView send(@PathVariable UUID id) {
        flash.ok("preparation.flash.sent", announcements.announce(new MeetingId(id)));
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/invitation");
    }

    @PostMapping("/meetings/{id}/reply")
    @ForSignedIn
    ModelAndView reply(
            @PathVariable UUID id, @RequestParam Reply reply, @RequestParam(defaultValue = "") String reason) {
        if (reply == Reply.EXCUSE && reason.isBlank()) {
            pages.page(new MeetingId(id));
            flash.warn("preparation.flash.reason");
        } else {
            pages.reply(new MeetingId(id), reply, reason.strip());
            flash.ok("preparation.flash.replied");
        }
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/invitation");
    }

    @GetMapping("/meetings/{id}/invitation.ics")
    @ForSignedIn
    ResponseEntity<byte[]> calendar(@PathVariable UUID id) {
        var file = pages.calendar(new MeetingId(id));
        return TableExport.file(
                "giay-moi.ics",
                "text/calendar; charset=UTF-8; method=" + file.method(),
                file.text().getBytes(StandardCharsets.UTF_8));
    }
}
