package org.giaoban.wording;

import static org.giaoban.access.Capability.CATALOGUE_EDIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists of phrases on screen: to read, to try on a sentence, to add to, to end. */
@Controller
class PhraseController {

    private static final String HREF = "/wording";
    private static final int LONGEST = 80;

    private final Phrases phrases;
    private final PhraseDesk desk;
    private final Wording wording;
    private final Flash flash;
    private final Clock clock;

    PhraseController(Phrases phrases, PhraseDesk desk, Wording wording, Flash flash, Clock clock) {
        this.phrases = phrases;
        this.desk = desk;
        this.wording = wording;
        this.flash = flash;
        this.clock = clock;
    }

    /** One list with what was tried and typed. */
    public record Page(
            Sense sense,
            List<Phrases.Phrase> phrases,
            String tried,
            @Nullable Reading reading,
            Typed typed,
            Map<String, String> errors) {

        Map<String, String> lists() {
            var lists = new LinkedHashMap<String, String>();
            Arrays.stream(Sense.values()).forEach(one -> lists.put(HREF + "?list=" + one, one.words()));
            return lists;
        }

        String href() {
            return HREF + "?list=" + sense;
        }

        String effect() {
            return sense.effect();
        }

        String last(Phrases.Phrase phrase) {
            var until = phrase.until();
            return until == null ? "" : Formats.date(until.minusDays(1));
        }
    }

    /** A new phrase as typed. */
    public record Typed(String text, String from) {}

    @GetMapping(HREF)
    @Requires(CATALOGUE_EDIT)
    ModelAndView list(
            @RequestParam(defaultValue = "EFFORT") Sense list,
            @RequestParam(name = "try", defaultValue = "") String tried) {
        return page(list, tried, new Typed("", LocalDate.now(clock).toString()), Map.of());
    }

    private ModelAndView page(Sense list, String tried, Typed typed, Map<String, String> errors) {
        var reading = tried.isBlank() ? null : wording.read(tried);
        var lines = phrases.of(list, LocalDate.now(clock));
        return new ModelAndView("wording/phrases", "page", new Page(list, lines, tried, reading, typed, errors));
    }

    @PostMapping(HREF)
    @Requires(CATALOGUE_EDIT)
    ModelAndView add(
            @RequestParam Sense list,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from) {
        var phrase = VietnameseText.nfc(text).strip();
        var errors = new LinkedHashMap<String, String>();
        if (Word.of(phrase).isEmpty() || phrase.length() > LONGEST) {
            errors.put("text", Texts.text("wording.error.text"));
        }
        var day = day(from);
        if (day == null) {
            errors.put("from", Texts.text("wording.error.from"));
        } else if (errors.isEmpty() && !desk.add(list, phrase, day)) {
            errors.put("text", Texts.text("wording.error.twice"));
        }
        if (!errors.isEmpty()) {
            var page = page(list, "", new Typed(text, from), errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        flash.ok("wording.flash.added", phrase);
        return new ModelAndView("redirect:" + HREF + "?list=" + list);
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (java.time.format.DateTimeParseException e) {
            return null;
        }
    }

    @PostMapping(HREF + "/{id}/end")
    @Requires(CATALOGUE_EDIT)
    String end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "EFFORT") Sense list,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last) {
        if (desk.end(id, last)) {
            flash.ok("wording.flash.ended", Formats.date(last));
        } else {
            flash.error("wording.flash.not-ended");
        }
        return "redirect:" + HREF + "?list=" + list;
    }
}
