package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** New lines of the catalogue, and new versions of them after a look at what they touch. */
@Controller
class IndicatorEditController {

    private final Indicators indicators;
    private final CatalogueDesk desk;
    private final Touching touching;
    private final Owning owning;
    private final Flash flash;
    private final Clock clock;

    IndicatorEditController(
            Indicators indicators, CatalogueDesk desk, Touching touching, Owning owning, Flash flash, Clock clock) {
        this.indicators = indicators;
        this.desk = desk;
        this.touching = touching;
        this.owning = owning;
        this.flash = flash;
        this.clock = clock;
    }

    /** What can be chosen in the form. */
    public record Choices(Map<String, String> groups, Map<String, String> reporters) {

        public Map<String, String> types() {
            return Words.typeNames();
        }

        public Map<String, String> directions() {
            return Words.directionNames();
        }

        public Map<String, String> overTimes() {
            return Words.overTimeNames();
        }

        public Map<String, String> periods() {
            return Words.periodNames();
        }
    }

    /**
     * The form of one that exists, or of a new one.
     *
     * @param places the pieces of formulas that are wrong
     * @param ended from which day it shall be in the catalogue no longer, as typed
     */
    public record EditPage(
            @Nullable Indicator line,
            IndicatorForm form,
            Map<String, String> errors,
            Map<String, String[]> places,
            Choices choices,
            String ended) {}

    public record PreviewPage(Indicator line, IndicatorForm form, String from, Touched touched) {}

    /** The errors of a form and the pieces of formulas they speak of. */
    private record Faults(Map<String, String> errors, Map<String, String[]> places) {

        boolean any() {
            return !errors.isEmpty();
        }
    }

    @GetMapping("/indicators/new")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView fresh() {
        return form(null, IndicatorForm.blank(next()), new Faults(Map.of(), Map.of()));
    }

    @PostMapping("/indicators")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView create(@ModelAttribute IndicatorForm form) {
        var errors = form.newErrors(indicators.groups().keySet(), owning.names().keySet());
        var faults = errors.isEmpty() ? faults(form.fresh(), form.start()) : new Faults(errors, Map.of());
        if (!faults.any()) {
            try {
                var line = form.fresh();
                desk.create(line);
                flash.ok("indicators.edit.created", line.code(), Formats.date(form.start()));
                return new ModelAndView("redirect:/indicators/" + line.code());
            } catch (Refused refused) {
                var field = OpenMonths.BEGIN.equals(refused.key()) ? "from" : "code";
                faults = new Faults(Map.of(field, refused.text()), Map.of());
            }
        }
        return form(null, form, faults);
    }

    @GetMapping("/indicators/{code}/edit")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView edit(@PathVariable String code) {
        var latest = indicators.versions(code).getLast();
        return form(latest, IndicatorForm.of(latest, next()), new Faults(Map.of(), Map.of()));
    }

    /** What the change touches, before it is made. */
    @PostMapping("/indicators/{code}/preview")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView preview(@PathVariable String code, @ModelAttribute IndicatorForm form) {
        var latest = indicators.versions(code).getLast();
        var faults = faults(form, latest);
        if (faults.any()) {
            return form(latest, form, faults);
        }
        var touched = touching.by(latest, form.on(latest), form.start());
        var page = new PreviewPage(latest, form, Formats.date(form.start()), touched);
        return new ModelAndView("indicators/preview", "page", page);
    }

    @PostMapping("/indicators/{code}/versions")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView revise(@PathVariable String code, @ModelAttribute IndicatorForm form) {
        var latest = indicators.versions(code).getLast();
        var faults = faults(form, latest);
        if (!faults.any()) {
            try {
                desk.revise(form.on(latest), form.start());
                flash.ok("indicators.edit.done", code, Formats.date(form.start()));
                return new ModelAndView("redirect:/indicators/" + code);
            } catch (Refused refused) {
                faults = new Faults(Map.of("from", refused.text()), Map.of());
            }
        }
        return form(latest, form, faults);
    }

    @PostMapping("/indicators/{code}/end")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView end(@PathVariable String code, @RequestParam(defaultValue = "") String ended) {
        var latest = indicators.versions(code).getLast();
        var from = IndicatorForm.day(ended);
        var error = Texts.text("indicators.edit.date");
        if (from != null) {
            try {
                desk.end(code, from);
                flash.ok("indicators.end.done", code, Formats.date(from));
                return new ModelAndView("redirect:/indicators/" + code);
            } catch (Refused refused) {
                error = refused.text();
            }
        }
        return form(latest, IndicatorForm.of(latest, next()), new Faults(Map.of("ended", error), Map.of()), ended);
    }

    private Faults faults(IndicatorForm form, Indicator latest) {
        var errors = form.errors();
        return errors.isEmpty() ? faults(form.on(latest), form.start()) : new Faults(errors, Map.of());
    }

    private Faults faults(Indicator line, LocalDate from) {
        var errors = new LinkedHashMap<String, String>();
        var places = new LinkedHashMap<String, String[]>();
        desk.wrong(line, from).ifPresent(wrong -> {
            errors.put(wrong.field(), wrong.text());
            places.put(wrong.field(), wrong.place());
        });
        return new Faults(errors, places);
    }

    private ModelAndView form(@Nullable Indicator line, IndicatorForm form, Faults faults) {
        return form(line, form, faults, next().toString());
    }

    private ModelAndView form(@Nullable Indicator line, IndicatorForm form, Faults faults, String ended) {
        var choices = new Choices(indicators.groups(), owning.names());
        var page = new EditPage(line, form, faults.errors(), faults.places(), choices, ended);
        var view = new ModelAndView("indicators/edit", "page", page);
        view.setStatus(faults.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private LocalDate next() {
        return LocalDate.now(clock).plusMonths(1).withDayOfMonth(1);
    }
}
