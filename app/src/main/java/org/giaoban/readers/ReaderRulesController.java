package org.giaoban.readers;

import static org.giaoban.access.Capability.COMMENT_MODERATE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The screen of what is asked of readers: what holds, what will hold, and another set from a day on. */
@Controller
class ReaderRulesController {

    private static final String FROM = "from";

    private final ReaderRulebook rulebook;
    private final Flash flash;
    private final Clock clock;

    ReaderRulesController(ReaderRulebook rulebook, Flash flash, Clock clock) {
        this.rulebook = rulebook;
        this.flash = flash;
        this.clock = clock;
    }

    /** A set and what differs in it from the one before. */
    public record Line(String day, String from, String tone, String state, List<String> changes, boolean droppable) {}

    public record RulesPage(Map<String, String> typed, Map<String, String> errors, List<Line> sets) {

        Map<String, String> tabs() {
            return ReaderTabs.of();
        }

        List<ReaderRule> rules() {
            return List.of(ReaderRule.values());
        }

        String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/readers/rules")
    @Requires(COMMENT_MODERATE)
    ModelAndView show() {
        var now = rulebook.today();
        var typed = new LinkedHashMap<String, String>();
        typed.put(FROM, LocalDate.now(clock).plusDays(1).toString());
        Arrays.stream(ReaderRule.values()).forEach(rule -> typed.put(rule.field(), now.value(rule)));
        return page(typed, Map.of());
    }

    @PostMapping("/readers/rules")
    @Requires(COMMENT_MODERATE)
    ModelAndView set(@RequestParam Map<String, String> sent) {
        var errors = new LinkedHashMap<String, String>();
        var values = new EnumMap<ReaderRule, String>(ReaderRule.class);
        for (var rule : ReaderRule.values()) {
            var value = rule.read(sent.getOrDefault(rule.field(), ""));
            if (value == null) {
                errors.put(rule.field(), rule.wrong());
            } else {
                values.put(rule, value);
            }
        }
        var from = day(sent.getOrDefault(FROM, ""));
        if (from == null) {
            errors.put(FROM, Texts.text("readers.word.from-wrong"));
        } else if (errors.isEmpty()) {
            try {
                rulebook.set(new ReaderRules(from, values));
                flash.ok("readers.flash.rules-set", Formats.date(from));
                return new ModelAndView("redirect:/readers/rules");
            } catch (Refused refused) {
                errors.put(FROM, refused.text());
            }
        }
        var again = page(sent, errors);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    @PostMapping("/readers/rules/{day}/drop")
    @Requires(COMMENT_MODERATE)
    ModelAndView drop(@PathVariable LocalDate day) {
        try {
            rulebook.drop(day);
            flash.ok("readers.flash.rules-dropped", Formats.date(day));
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return new ModelAndView("redirect:/readers/rules");
    }

    private ModelAndView page(Map<String, String> typed, Map<String, String> errors) {
        return new ModelAndView("readers/rules", "page", new RulesPage(typed, errors, lines()));
    }

    private List<Line> lines() {
        var today = LocalDate.now(clock);
        var now = rulebook.today().from();
        var sets = rulebook.all();
        var lines = new ArrayList<Line>();
        for (var at = 0; at < sets.size(); at++) {
            var set = sets.get(at);
            var before = at + 1 < sets.size() ? sets.get(at + 1) : null;
            var coming = set.from().isAfter(today);
            var state = coming ? "coming" : set.from().equals(now) ? "now" : "over";
            lines.add(new Line(
                    set.from().toString(),
                    Formats.date(set.from()),
                    coming ? "waiting" : state.equals("now") ? "done" : "neutral",
                    Texts.text("readers.rules." + state),
                    changes(set, before),
                    coming && rulebook.droppable(set.from())));
        }
        return lines;
    }

    private static List<String> changes(ReaderRules set, @Nullable ReaderRules before) {
        return Arrays.stream(ReaderRule.values())
                .filter(rule -> before == null || !before.value(rule).equals(set.value(rule)))
                .map(rule -> rule.label() + ": " + rule.shown(set.value(rule)))
                .toList();
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
