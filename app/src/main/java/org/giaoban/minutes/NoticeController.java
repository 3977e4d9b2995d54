package org.giaoban.minutes;

import static org.giaoban.access.Capability.DOCUMENT_ISSUE;

import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The notice of conclusions: looked at, issued, and its public part. */
@Controller
class NoticeController {

    private final ConclusionNotice notices;
    private final Flash flash;

    NoticeController(ConclusionNotice notices, Flash flash) {
        this.notices = notices;
        this.flash = flash;
    }

    @PostMapping("/meetings/{id}/notice")
    @Requires(DOCUMENT_ISSUE)
    ModelAndView issue(@PathVariable UUID id) {
        var issued = notices.issue(new MeetingId(id));
        flash.ok("minutes.flash.notice", issued.symbol());
        return new ModelAndView("redirect:/documents/" + issued.id().value());
    }

    /** The notice as it would look, without a number. */
    @GetMapping("/meetings/{id}/notice.docx")
    @Requires(DOCUMENT_ISSUE)
    ResponseEntity<byte[]> draft(@PathVariable UUID id) {
        return file("minutes.notice.file", notices.draft(new MeetingId(id)));
    }

    @GetMapping("/meetings/{id}/notice-public.docx")
    @Requires(DOCUMENT_ISSUE)
    ResponseEntity<byte[]> publicPart(@PathVariable UUID id) {
        return file("minutes.notice.file-public", notices.publicPart(new MeetingId(id)));
    }

    private static ResponseEntity<byte[]> file(String nameKey, byte[] content) {
        return TableExport.file(Texts.text(nameKey) + ".docx", MinutesController.WORD, content);
    }
}
