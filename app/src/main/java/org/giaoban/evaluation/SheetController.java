package org.giaoban.evaluation;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.access.UnitPick;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The score sheets and new versions of them. */
@Controller
class SheetController {

    private final SheetDesk desk;
    private final UnitPick units;
    private final Flash flash;

    SheetController(SheetDesk desk, UnitPick units, Flash flash) {
        this.desk = desk;
        this.units = units;
        this.flash = flash;
    }

    /** The form of a new version, as typed. */
    public record Page(Sheet base, SheetForm form, Map<String, String> units, Map<String, String> errors) {}

    @GetMapping("/evaluations/sheets")
    @Requires(Capability.MEETING_READ)
    ModelAndView list() {
        return new ModelAndView("evaluation/sheets", "page", desk.list());
    }

    @GetMapping("/evaluations/sheets/{id}")
    @Requires(Capability.MEETING_READ)
    ModelAndView show(@PathVariable UUID id) {
        return new ModelAndView("evaluation/sheet", "page", desk.show(id));
    }

    @GetMapping("/evaluations/sheets/{id}/new")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView blank(@PathVariable UUID id) {
        var base = desk.show(id).sheet();
        return page(base, SheetForm.of(base), Map.of());
    }

    @PostMapping("/evaluations/sheets/{id}/new")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView add(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var base = desk.show(id).sheet();
        var form = SheetForm.read(base, sent);
        var owner = units.find(form.owner(), Capability.CATALOGUE_EDIT);
        var errors = form.faults(base, owner.isPresent());
        if (errors.isEmpty()) {
            try {
                desk.add(base, owner.orElseThrow(), form);
                flash.ok("evaluation.flash.sheet");
                return new ModelAndView("redirect:/evaluations/sheets");
            } catch (Refused refused) {
                errors.put("from", refused.text());
            }
        }
        return page(base, form, errors);
    }

    private ModelAndView page(Sheet base, SheetForm form, Map<String, String> errors) {
        var view = new ModelAndView(
                "evaluation/newsheet", "page", new Page(base, form, units.offered(Capability.CATALOGUE_EDIT), errors));
        view.setStatus(errors.isEmpty() ? null : UNPROCESSABLE_CONTENT);
        return view;
    }
}
