package org.giaoban.minutes;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.minutes.MinutesPages.Typed;
import org.giaoban.minutes.RemarkRepository.Role;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is done with minutes: drawn up, written, read out, remarked on, answered, adopted, signed, added to. */
@Controller
class MinutesWorkController {

    private final MinutesPages pages;
    private final MinutesWork work;
    private final Drafting drafting;
    private final Signing signing;
    private final Meetings meetings;
    private final Flash flash;

    MinutesWorkController(
            MinutesPages pages, MinutesWork work, Drafting drafting, Signing signing, Meetings meetings, Flash flash) {
        this.pages = pages;
        this.work = work;
        this.drafting = drafting;
        this.signing = signing;
        this.meetings = meetings;
        this.flash = flash;
    }

    @PostMapping("/meetings/{id}/minutes/draw")
    @Requires(MEETING_RUN)
    ModelAndView draw(@PathVariable UUID id) {
        meetings.toRun(new MeetingId(id));
        drafting.draw(new MeetingId(id));
        return done(id, "minutes.flash.drawn");
    }

    /** A text that met a newer one comes back on the page, beside what is there now. */
    @PostMapping("/meetings/{id}/minutes/sections/{section}")
    @Requires(MEETING_RUN)
    ModelAndView write(
            @PathVariable UUID id,
            @PathVariable int section,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text) {
        var sent = VietnameseText.nfc(text).replace("\r\n", "\n");
        var written = work.write(new MeetingId(id), section, version, sent);
        if (written == MinutesWork.Written.STALE) {
            return again(id, "section-" + section, sent, "minutes.error.stale", HttpStatus.CONFLICT);
        }
        return done(id, "minutes.flash.written");
    }

    @PostMapping("/meetings/{id}/minutes/read-out")
    @Requires(MEETING_RUN)
    ModelAndView readOut(@PathVariable UUID id, @RequestParam(defaultValue = "0") int hours) {
        work.readOut(new MeetingId(id), Math.clamp(hours, 0, 240));
        return done(id, "minutes.flash.read-out");
    }

    @PostMapping("/meetings/{id}/minutes/remarks")
    @ForSignedIn
    ModelAndView remark(
            @PathVariable UUID id, @RequestParam int section, @RequestParam(defaultValue = "") String text) {
        if (text.isBlank() || text.length() > 2000) {
            pages.page(new MeetingId(id), Typed.NOTHING);
            return again(id, "remark", text, "minutes.error.remark", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        work.remark(new MeetingId(id), section, VietnameseText.nfc(text).strip());
        return done(id, "minutes.flash.remarked");
    }

    @PostMapping("/meetings/{id}/minutes/remarks/{remark}/answer")
    @Requires(MEETING_RUN)
    ModelAndView answer(
            @PathVariable UUID id,
            @PathVariable UUID remark,
            @RequestParam(defaultValue = "false") boolean taken,
            @RequestParam(defaultValue = "") String reason) {
        if (!taken && reason.isBlank() || reason.length() > 500) {
            return again(id, "answer-" + remark, reason, "minutes.error.reason", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        work.answer(
                new MeetingId(id),
                remark,
                taken,
                reason.isBlank() ? null : VietnameseText.nfc(reason).strip());
        return done(id, taken ? "minutes.flash.taken-in" : "minutes.flash.refused");
    }

    @PostMapping("/meetings/{id}/minutes/adopt")
    @Requires(MEETING_RUN)
    ModelAndView adopt(@PathVariable UUID id) {
        work.adopt(new MeetingId(id));
        return done(id, "minutes.flash.adopted");
    }

    @PostMapping("/meetings/{id}/minutes/sign")
    @ForSignedIn
    ModelAndView sign(
            @PathVariable UUID id, @RequestParam Role role, @RequestParam(defaultValue = "") String password) {
        if (!signing.sign(new MeetingId(id), role, password)) {
            return again(id, "sign-" + role, "", "minutes.error.password", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return done(id, "minutes.flash.signed");
    }

    @PostMapping("/meetings/{id}/minutes/take-over")
    @Requires(MEETING_RUN)
    ModelAndView takeOver(@PathVariable UUID id) {
        work.takeOver(new MeetingId(id));
        return done(id, "minutes.flash.taken-over");
    }

    @PostMapping("/meetings/{id}/addenda")
    @Requires(MEETING_RUN)
    ModelAndView add(@PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        if (text.isBlank() || text.length() > 4000) {
            return again(id, "addendum", text, "minutes.error.addendum", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        work.add(new MeetingId(id), VietnameseText.nfc(text).strip());
        return done(id, "minutes.flash.addendum");
    }

    private ModelAndView again(UUID id, String field, String value, String errorKey, HttpStatus status) {
        var typed = new Typed(Map.of(field, value), Map.of(field, Texts.text(errorKey)));
        var page = new ModelAndView("minutes/minutes", "page", pages.page(new MeetingId(id), typed));
        page.setStatus(status);
        return page;
    }

    private ModelAndView done(UUID id, String textKey) {
        flash.ok(textKey);
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/minutes");
    }
}
