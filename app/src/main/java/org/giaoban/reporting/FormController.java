package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms: which kind of unit fills in which, for which periods, by when; and new versions of them. */
@Controller
class FormController {

    private final FormKeeping keeping;
    private final Flash flash;

    FormController(FormKeeping keeping, Flash flash) {
        this.keeping = keeping;
        this.flash = flash;
    }

    /** The list. */
    public record ListPage(List<Form> forms, Map<String, String> kinds) {

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

    /** The screen of a new version, with the preview when it was asked for. */
    public record EditPage(
            Form form,
            FormDraft draft,
            Map<String, Indicator> catalogue,
            Map<String, String> kinds,
            Map<String, String> errors,
            boolean preview) {

        /** What the catalogue has besides. */
        List<Indicator> others() {
            var taken = draft.codes();
            return catalogue.values().stream()
                    .filter(indicator -> !taken.contains(indicator.code()))
                    .toList();
        }

        Map<String, String> rules() {
            var rules = new LinkedHashMap<String, String>();
            rules.put("days", Texts.text("reporting.form.rule.days"));
            rules.put("workingDays", Texts.text("reporting.form.rule.working-days"));
            rules.put("day", Texts.text("reporting.form.rule.day"));
            return rules;
        }

        Map<String, String> places() {
            var places = new LinkedHashMap<String, String>();
            draft.groups().forEach(group -> places.put(group.place(), group.place() + ". " + group.vi()));
            return places;
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
        return new ModelAndView("reporting/forms", "page", new ListPage(keeping.list(), keeping.kinds()));
    }

    @GetMapping("/forms/{code}")
    @Requires(Capability.REPORT_READ)
    ModelAndView show(@PathVariable String code, @RequestParam(defaultValue = "0") int version) {
        var form = keeping.version(code, version);
        var page = new ShowPage(
                form, keeping.versions(code), keeping.catalogue(later(form.from())), keeping.kinds(), keeping.keeps());
        return new ModelAndView("reporting/form", "page", page);
    }

    private LocalDate later(LocalDate from) {
        var day = keeping.earliest();
        return from.isAfter(day) ? from : day;
    }

    @GetMapping("/forms/{code}/new")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView edit(@PathVariable String code) {
        var form = keeping.version(code, 0);
        return edited(form, FormDraft.of(form, later(form.from())), Map.of(), false);
    }

    /** Shows what the version would look like, or keeps it. */
    @PostMapping("/forms/{code}/new")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView keep(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "do", defaultValue = "preview") String wish) {
        var form = keeping.version(code, 0);
        var draft = FormDraft.of(typed).settled();
        var errors = keeping.errors(draft);
        if (!errors.isEmpty() || !wish.equals("save")) {
            var page = edited(form, draft, errors, errors.isEmpty());
            if (!errors.isEmpty()) {
                page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            }
            return page;
        }
        var kept = keeping.keep(code, draft);
        flash.ok("reporting.form.kept", Formats.date(kept.from()));
        return new ModelAndView("redirect:/forms/" + code + "?version=" + kept.version());
    }

    private ModelAndView edited(Form form, FormDraft draft, Map<String, String> errors, boolean preview) {
        var day = draft.day();
        var catalogue = keeping.catalogue(day == null ? keeping.earliest() : day);
        return new ModelAndView(
                "reporting/formedit", "page", new EditPage(form, draft, catalogue, keeping.kinds(), errors, preview));
    }
}
