package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.Indicator;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** New forms, and new versions of those there are, each looked at before it is kept. */
@Controller
class FormEditController {

    private final FormKeeping keeping;
    private final Flash flash;

    FormEditController(FormKeeping keeping, Flash flash) {
        this.keeping = keeping;
        this.flash = flash;
    }

    /** What can be chosen. */
    public record Choices(Map<String, Indicator> catalogue, Map<String, String> kinds, Map<String, String> lists) {

        Map<String, String> periods() {
            return FormPeriods.choices();
        }

        Map<String, String> rules() {
            var rules = new LinkedHashMap<String, String>();
            rules.put("days", Texts.text("reporting.form.rule.days"));
            rules.put("workingDays", Texts.text("reporting.form.rule.working-days"));
            rules.put("day", Texts.text("reporting.form.rule.day"));
            return rules;
        }
    }

    /** The screen of a version, with the preview when it was asked for; {@code form} is absent for a new one. */
    public record EditPage(
            @Nullable Form form,
            String code,
            FormDraft draft,
            Choices choices,
            Map<String, String> errors,
            boolean preview) {

        String action() {
            return form == null ? "/forms/new" : "/forms/" + code + "/new";
        }

        String back() {
            return form == null ? "/forms" : "/forms/" + code;
        }

        String title() {
            return form == null
                    ? Texts.text("reporting.form.create")
                    : Texts.text("reporting.form.new-title", form.name().text());
        }

        /** What the catalogue has besides. */
        List<Indicator> others() {
            var taken = draft.codes();
            return choices.catalogue().values().stream()
                    .filter(indicator -> !taken.contains(indicator.code()))
                    .toList();
        }

        Map<String, String> places() {
            var places = new LinkedHashMap<String, String>();
            draft.groups().forEach(group -> places.put(group.place(), group.place() + ". " + group.vi()));
            return places;
        }
    }

    @GetMapping("/forms/new")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView blank() {
        return edited(null, "", FormDraft.blank(keeping.earliest()), Map.of(), false);
    }

    /** Shows what the form would look like, or keeps it. */
    @PostMapping("/forms/new")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView create(
            @RequestParam(defaultValue = "") String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "do", defaultValue = "preview") String wish) {
        var draft = FormReader.read(typed, FormDraft.NOTHING).settled();
        var errors = new LinkedHashMap<>(keeping.codeErrors(code));
        errors.putAll(keeping.errors(draft));
        if (!errors.isEmpty() || !wish.equals("save")) {
            return edited(null, code, draft, errors, errors.isEmpty());
        }
        return kept(keeping.create(code, draft));
    }

    @GetMapping("/forms/{code}/new")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView edit(@PathVariable String code) {
        var form = keeping.version(code, 0);
        return edited(form, code, standing(form), Map.of(), false);
    }

    /** Shows what the version would look like, or keeps it. */
    @PostMapping("/forms/{code}/new")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView keep(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "do", defaultValue = "preview") String wish) {
        var form = keeping.version(code, 0);
        var draft = FormReader.read(typed, standing(form)).settled();
        var errors = keeping.errors(draft);
        if (!errors.isEmpty() || !wish.equals("save")) {
            return edited(form, code, draft, errors, errors.isEmpty());
        }
        return kept(keeping.keep(code, draft));
    }

    private FormDraft standing(Form form) {
        return FormDraft.of(form, keeping.later(form.from()));
    }

    private ModelAndView kept(Form form) {
        flash.ok("reporting.form.kept", Formats.date(form.from()));
        return new ModelAndView("redirect:/forms/" + form.code() + "?version=" + form.version());
    }

    private ModelAndView edited(
            @Nullable Form form, String code, FormDraft draft, Map<String, String> errors, boolean preview) {
        LocalDate day = Objects.requireNonNullElseGet(draft.day(), keeping::earliest);
        var choices = new Choices(keeping.catalogue(day), keeping.kinds(), keeping.lists(day));
        var view = new ModelAndView(
                "reporting/formedit", "page", new EditPage(form, code, draft, choices, errors, preview));
        view.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
