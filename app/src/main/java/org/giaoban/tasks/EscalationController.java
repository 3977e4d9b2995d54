package org.giaoban.tasks;

import static org.giaoban.access.Capability.CATALOGUE_EDIT;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.EscalationRules.Rule;
import org.giaoban.tasks.EscalationRules.Rung;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rules by which overdue work goes before leaders: what holds, what held, and the form for what holds from a day on. */
@Controller
class EscalationController {

    private static final String HREF = "/rules/overdue";
    private static final int MOST_DAYS = 365;

    private final EscalationChange change;
    private final Flash flash;

    EscalationController(EscalationChange change, Flash flash) {
        this.change = change;
        this.flash = flash;
    }

    /** What was typed of a new version. */
    public record Typed(Rung rung, String after, String from) {

        Optional<LocalDate> day() {
            try {
                return Optional.of(LocalDate.parse(from));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        Optional<Integer> days() {
            return Optional.of(after)
                    .filter(one -> one.matches("\\d{1,3}"))
                    .map(Integer::valueOf)
                    .filter(one -> one >= 1 && one <= MOST_DAYS);
        }

        Map<String, String> errors(LocalDate today) {
            var errors = new LinkedHashMap<String, String>();
            if (days().isEmpty()) {
                errors.put("after", Texts.text("tasks.escalation.error.after", MOST_DAYS));
            }
            if (day().filter(today::isBefore).isEmpty()) {
                errors.put("from", Texts.text("tasks.escalation.error.from"));
            }
            return errors;
        }

        /** Without errors. */
        Rule rule() {
            return new Rule(day().orElseThrow(), null, days().orElseThrow(), rung);
        }
    }

    /** What the page shows; the effect where the form was tried. */
    public record Page(
            List<Rule> rules,
            LocalDate today,
            Typed typed,
            EscalationChange.@Nullable Effect effect,
            List<AuditEntry> history,
            Map<String, String> errors) {

        static String name(Rung rung) {
            return Texts.text(
                    switch (rung) {
                        case SUPERVISOR -> "tasks.escalation.supervisor";
                        case ABOVE -> "tasks.escalation.above";
                    });
        }

        static Map<String, String> rungs() {
            var options = new LinkedHashMap<String, String>();
            for (var rung : Rung.values()) {
                options.put(rung.name(), name(rung));
            }
            return options;
        }

        String last(Rule rule) {
            var until = rule.until();
            return until == null ? "" : Formats.date(until.minusDays(1));
        }
    }

    @GetMapping(HREF)
    @Requires(CATALOGUE_EDIT)
    ModelAndView list() {
        var tomorrow = change.today().plusDays(1).toString();
        return page(new Typed(Rung.SUPERVISOR, "3", tomorrow), null, Map.of());
    }

    /** Tries the version or puts it in force; a trial changes nothing. */
    @PostMapping(HREF)
    @Requires(CATALOGUE_EDIT)
    ModelAndView put(
            @RequestParam(defaultValue = "SUPERVISOR") Rung rung,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "try") String act) {
        var typed = new Typed(rung, after.strip(), from.strip());
        var errors = typed.errors(change.today());
        if (errors.isEmpty() && "try".equals(act)) {
            return page(typed, change.effect(typed.rule()), Map.of());
        }
        if (errors.isEmpty() && !change.put(typed.rule())) {
            errors.put("from", Texts.text("tasks.escalation.error.later"));
        }
        if (!errors.isEmpty()) {
            var again = page(typed, null, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        flash.ok("tasks.escalation.saved", Formats.date(typed.rule().from()));
        return new ModelAndView("redirect:" + HREF);
    }

    @PostMapping(HREF + "/{id}/end")
    @Requires(CATALOGUE_EDIT)
    String end(@PathVariable UUID id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last) {
        if (!last.isBefore(change.today()) && change.end(id, last)) {
            flash.ok("tasks.escalation.ended", Formats.date(last));
        } else {
            flash.error("tasks.escalation.not-ended");
        }
        return "redirect:" + HREF;
    }

    private ModelAndView page(Typed typed, EscalationChange.@Nullable Effect effect, Map<String, String> errors) {
        return new ModelAndView(
                "tasks/escalation",
                "page",
                new Page(change.all(), change.today(), typed, effect, change.history(), errors));
    }
}
