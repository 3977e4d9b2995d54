package org.giaoban.readers;

import static org.giaoban.access.Capability.COMMENT_MODERATE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of words on screen, and how many get letters. */
@Controller
class ReaderListsController {

    private static final int LONGEST = 80;

    private final WordList words;
    private final Newsletter newsletter;
    private final Flash flash;
    private final Clock clock;

    ReaderListsController(WordList words, Newsletter newsletter, Flash flash, Clock clock) {
        this.words = words;
        this.newsletter = newsletter;
        this.flash = flash;
        this.clock = clock;
    }

    /** A new word as typed. */
    public record NewWord(String text, String from) {}

    public record WordPage(
            WordEffect effect, List<WordRepository.Word> words, NewWord typed, Map<String, String> errors) {

        Map<String, String> tabs() {
            return ReaderTabs.of();
        }

        Map<String, String> lists() {
            var lists = new LinkedHashMap<String, String>();
            Arrays.stream(WordEffect.values()).forEach(one -> lists.put("/readers/words?list=" + one, one.words()));
            return lists;
        }

        String href() {
            return "/readers/words?list=" + effect;
        }

        String last(WordRepository.Word word) {
            var until = word.until();
            return until == null ? "" : Formats.date(until.minusDays(1));
        }
    }

    public record NewsletterPage(boolean possible, Newsletter.Standing standing) {

        Map<String, String> tabs() {
            return ReaderTabs.of();
        }
    }

    @GetMapping("/readers/words")
    @Requires(COMMENT_MODERATE)
    ModelAndView list(@RequestParam(defaultValue = "REFUSE") WordEffect list) {
        return page(list, new NewWord("", LocalDate.now(clock).toString()), Map.of());
    }

    private ModelAndView page(WordEffect list, NewWord typed, Map<String, String> errors) {
        return new ModelAndView("readers/words", "page", new WordPage(list, words.of(list), typed, errors));
    }

    @PostMapping("/readers/words")
    @Requires(COMMENT_MODERATE)
    ModelAndView add(
            @RequestParam WordEffect list,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from) {
        var word = VietnameseText.nfc(text).strip();
        var errors = new LinkedHashMap<String, String>();
        if (word.codePoints().noneMatch(Character::isLetterOrDigit) || word.length() > LONGEST) {
            errors.put("text", Texts.text("readers.word.text-wrong"));
        }
        var day = day(from);
        if (day == null) {
            errors.put("from", Texts.text("readers.word.from-wrong"));
        } else if (errors.isEmpty() && !words.add(list, word, day)) {
            errors.put("text", Texts.text("readers.word.twice"));
        }
        if (!errors.isEmpty()) {
            var again = page(list, new NewWord(text, from), errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        flash.ok("readers.flash.word-added", word);
        return new ModelAndView("redirect:/readers/words?list=" + list);
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    @PostMapping("/readers/words/{id}/end")
    @Requires(COMMENT_MODERATE)
    ModelAndView end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "REFUSE") WordEffect list,
            @RequestParam(defaultValue = "") String last) {
        var day = day(last);
        if (day != null && words.end(id, day)) {
            flash.ok("readers.flash.word-ended", Formats.date(day));
        } else {
            flash.error("readers.flash.word-not-ended");
        }
        return new ModelAndView("redirect:/readers/words?list=" + list);
    }

    @GetMapping("/readers/newsletter")
    @Requires(COMMENT_MODERATE)
    ModelAndView newsletter() {
        var page = new NewsletterPage(newsletter.possible(), newsletter.standing());
        return new ModelAndView("readers/letters", "page", page);
    }
}
