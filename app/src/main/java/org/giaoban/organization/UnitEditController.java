package org.giaoban.organization;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Founding a unit and changing it from a day on. */
@Controller
class UnitEditController {

    private final TreeChanges changes;
    private final Organization organization;
    private final UnitPages pages;
    private final UnitChoices choices;
    private final Flash flash;

    UnitEditController(
            TreeChanges changes, Organization organization, UnitPages pages, UnitChoices choices, Flash flash) {
        this.changes = changes;
        this.organization = organization;
        this.pages = pages;
        this.choices = choices;
        this.flash = flash;
    }

    /**
     * The form as typed, with its faults.
     *
     * @param code the unit that is changed, or null for a new one
     */
    public record Page(
            @Nullable String code,
            UnitForm form,
            Map<String, String> kinds,
            Map<String, String> units,
            Map<String, String> errors) {}

    @GetMapping("/units/new")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView blank(@RequestParam(defaultValue = "") String parent) {
        var form = new UnitForm("", "", "", "", parent, pages.today().toString(), "", "");
        return page(null, form, new Faults());
    }

    @PostMapping("/units")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView found(@ModelAttribute UnitForm form) {
        var faults = form.faultsOfNew();
        var above = above(form, faults);
        if (faults.none()) {
            try {
                organization.found(form.toNewUnit(above));
                flash.ok("organization.found.done", UnitForm.tidy(form.name()));
                return new ModelAndView("redirect:/units/" + UnitForm.tidy(form.code()) + "?on=" + first(form));
            } catch (Refused refused) {
                faults.add(refused);
            }
        }
        return page(null, form.tidy(), faults);
    }

    @GetMapping("/units/{code}/edit")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView edit(@PathVariable String code) {
        var unit = pages.nearest(code, pages.today(), Capability.ORGANIZATION_EDIT);
        var above = unit.parent() == null ? "" : choices.code(unit.parent(), pages.today());
        return page(code, UnitForm.of(unit, above, pages.today()), new Faults());
    }

    @PostMapping("/units/{code}/edit")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView change(@PathVariable String code, @ModelAttribute UnitForm form) {
        var faults = form.faults();
        var above = above(form, faults);
        var unit = pages.nearest(code, pages.today(), Capability.ORGANIZATION_EDIT);
        if (faults.none()) {
            try {
                changes.change(unit.id(), form.toChange(above));
                flash.ok(
                        "organization.change.done",
                        UnitForm.tidy(form.name()),
                        Formats.date(Faults.parse(first(form))));
                return new ModelAndView("redirect:/units/" + code + "?on=" + Faults.parse(first(form)));
            } catch (Refused refused) {
                faults.add(refused);
            }
        }
        return page(code, form.tidy(), faults);
    }

    private static String first(UnitForm form) {
        return UnitForm.tidy(form.from());
    }

    private @Nullable UnitId above(UnitForm form, Faults faults) {
        var code = UnitForm.tidy(form.parent());
        if (code.isEmpty()) {
            return null;
        }
        var found = organization.byCode(code);
        if (found.isEmpty()) {
            faults.add("parent", Texts.text("organization.fault.no-such-unit", code));
        }
        return found.orElse(null);
    }

    private ModelAndView page(@Nullable String code, UnitForm form, Faults faults) {
        var kinds = choices.kinds(UnitForm.tidy(form.parent()), UnitForm.tidy(form.kind()));
        var page = new Page(code, form, kinds, choices.units(), faults.byField());
        var view = new ModelAndView("organization/form", "page", page);
        view.setStatus(faults.none() ? null : UNPROCESSABLE_CONTENT);
        return view;
    }
}
