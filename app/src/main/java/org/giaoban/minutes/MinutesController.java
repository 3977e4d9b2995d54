package org.giaoban.minutes;

import java.util.UUID;
import org.giaoban.documents.PaperPdf;
import org.giaoban.meetings.MeetingId;
import org.giaoban.minutes.MinutesPages.Typed;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The minutes of a meeting on screen, in Word and as PDF, for whoever may read the meeting. */
@Controller
class MinutesController {

    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final MinutesPages pages;
    private final MinutesPaper paper;
    private final PaperPdf pdf;

    MinutesController(MinutesPages pages, MinutesPaper paper, PaperPdf pdf) {
        this.pages = pages;
        this.paper = paper;
        this.pdf = pdf;
    }

    @GetMapping("/meetings/{id}/minutes")
    @ForSignedIn
    ModelAndView show(@PathVariable UUID id) {
        return new ModelAndView("minutes/minutes", "page", pages.page(new MeetingId(id), Typed.NOTHING));
    }

    /** The clock of the notice, asked for every minute. */
    @GetMapping("/meetings/{id}/minutes/clock")
    @ForSignedIn
    ModelAndView clock(@PathVariable UUID id) {
        return new ModelAndView("minutes/clock", "page", pages.page(new MeetingId(id), Typed.NOTHING));
    }

    @GetMapping("/meetings/{id}/minutes.docx")
    @ForSignedIn
    ResponseEntity<byte[]> word(@PathVariable UUID id) {
        var taken = pages.take(new MeetingId(id));
        return TableExport.file(
                Texts.text("minutes.file") + ".docx", WORD, paper.word(taken.minutes(), taken.sections()));
    }

    @GetMapping("/meetings/{id}/minutes.pdf")
    @ForSignedIn
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        var taken = pages.take(new MeetingId(id));
        return TableExport.file(
                Texts.text("minutes.file") + ".pdf",
                "application/pdf",
                pdf.of("minutes/paper.jte", paper.print(taken.minutes(), taken.sections())));
    }
}
