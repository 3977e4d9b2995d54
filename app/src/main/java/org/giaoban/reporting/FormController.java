package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms: which kind of unit fills in which, for which periods, by when. */
@Controller
class FormController {

    private final FormKeeping keeping;

    FormController(FormKeeping keeping) {
        this.keeping = keeping;
    }

    /** The list. */
    public record ListPage(List<Form> forms, Map<String, String> kinds, boolean keeps) {

        String kinds(Form form) {
            return FormController.kinds(form, kinds);
        }
    }

    /** One version of a form; {@code catalogue} as of the day it is shown for. */
    public record ShowPage(
            Form form,
            List<Form> versions,
            Map<String, Indicator> catalogue,
            Map<String, String> kinds,
            boolean keeps) {

        String madeFor() {
            return FormController.kinds(form, kinds);
        }
    }

    private static String kinds(Form form, Map<String, String> names) {
        var made = form.kinds();
        return made == null
                ? Texts.text("reporting.form.every-kind")
                : made.stream().map(kind -> names.getOrDefault(kind, kind)).collect(Collectors.joining(", "));
    }

    /** When it is due, in words. */
    static String due(Form form) {
        var rule = form.due().getLast();
        if (rule.workingDays() != null) {
            return Texts.text("reporting.form.due.working-days", rule.workingDays());
        }
        if (rule.day() != null) {
            return Texts.text("reporting.form.due.day", rule.day(), Objects.requireNonNullElse(rule.monthsAfter(), 0));
        }
        return Texts.text("reporting.form.due.days", Objects.requireNonNullElse(rule.days(), 0));
    }

    static String periods(List<Period.Kind> kinds) {
        return kinds.isEmpty()
                ? Texts.text("reporting.form.on-request")
                : kinds.stream().map(FormController::period).collect(Collectors.joining(", "));
    }

    private static String period(Period.Kind kind) {
        return Texts.text("reporting.form.period." + kind);
    }

    static String span(Form form) {
        var until = form.until();
        return until == null
                ? Texts.text("reporting.form.since", Formats.date(form.from()))
                : Texts.text("reporting.form.span", Formats.date(form.from()), Formats.date(until.minusDays(1)));
    }

    @GetMapping("/forms")
    @Requires(Capability.REPORT_READ)
    ModelAndView list() {
        return new ModelAndView(
                "reporting/forms", "page", new ListPage(keeping.list(), keeping.kinds(), keeping.keeps()));
    }

    @GetMapping("/forms/{code}")
    @Requires(Capability.REPORT_READ)
    ModelAndView show(@PathVariable String code, @RequestParam(defaultValue = "0") int version) {
        var form = keeping.version(code, version);
        var page = new ShowPage(
                form,
                keeping.versions(code),
                keeping.catalogue(keeping.later(form.from())),
                keeping.kinds(),
                keeping.keeps());
        return new ModelAndView("reporting/form", "page", page);
    }
}
