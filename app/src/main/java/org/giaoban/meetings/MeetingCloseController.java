package org.giaoban.meetings;

import static org.giaoban.access.Capability.DOCUMENT_ISSUE;
import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.documents.IssuedDocument;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The end of a meeting: what will be created, the minutes, additions to them, the conclusion notice. */
@Controller
class MeetingCloseController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final MeetingPages pages;
    private final RunPages runs;
    private final MeetingClosing closing;
    private final ConclusionNotice notices;
    private final Flash flash;

    MeetingCloseController(
            MeetingPages pages, RunPages runs, MeetingClosing closing, ConclusionNotice notices, Flash flash) {
        this.pages = pages;
        this.runs = runs;
        this.closing = closing;
        this.notices = notices;
        this.flash = flash;
    }

    /** What the minutes show. */
    public record Minutes(
            RunPage run,
            List<AddendumRepository.Addendum> addenda,
            List<IssuedDocument> notices,
            Map<String, String> errors) {}

    @GetMapping("/meetings/{id}/close")
    @Requires(MEETING_RUN)
    ModelAndView preview(@PathVariable UUID id) {
        var view = pages.runView(new MeetingId(id));
        if (view.meeting().state() != MeetingState.RUNNING) {
            return new ModelAndView("redirect:" + view.meeting().id().href());
        }
        return new ModelAndView("meetings/close", "page", runs.page(view, false));
    }

    @PostMapping("/meetings/{id}/close")
    @Requires(MEETING_RUN)
    ModelAndView close(@PathVariable UUID id) {
        closing.close(new MeetingId(id));
        flash.ok("meetings.flash.closed");
        return new ModelAndView("redirect:" + new MeetingId(id).href());
    }

    @GetMapping("/meetings/{id}/minutes")
    @ForSignedIn
    ModelAndView minutes(@PathVariable UUID id) {
        return minutes(new MeetingId(id), Map.of());
    }

    @PostMapping("/meetings/{id}/addenda")
    @Requires(MEETING_RUN)
    ModelAndView add(@PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        var meeting = pages.runView(new MeetingId(id)).meeting().id();
        if (text.isBlank()) {
            var again = minutes(meeting, Map.of("text", Texts.text("meetings.error.addendum")));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        closing.add(meeting, text.strip());
        flash.ok("meetings.flash.addendum");
        return new ModelAndView("redirect:" + meeting.href() + "/minutes");
    }

    @PostMapping("/meetings/{id}/notice")
    @Requires(DOCUMENT_ISSUE)
    ModelAndView issue(@PathVariable UUID id) {
        var issued = notices.issue(pages.toIssue(new MeetingId(id)));
        flash.ok("meetings.flash.notice", issued.symbol());
        return new ModelAndView("redirect:/documents/" + issued.id().value());
    }

    /** The notice as it would look, without a number. */
    @GetMapping("/meetings/{id}/notice.docx")
    @Requires(DOCUMENT_ISSUE)
    ResponseEntity<byte[]> draft(@PathVariable UUID id) {
        var meeting = pages.toIssue(new MeetingId(id));
        return TableExport.file(Texts.text("meetings.notice.file") + ".docx", WORD, notices.draft(meeting));
    }

    private ModelAndView minutes(MeetingId id, Map<String, String> errors) {
        var view = pages.view(id);
        return new ModelAndView(
                "meetings/minutes",
                "page",
                new Minutes(runs.page(view, false), closing.addenda(id), notices.of(id), errors));
    }
}
