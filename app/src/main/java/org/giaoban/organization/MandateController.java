package org.giaoban.organization;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.PersonId;
import org.giaoban.people.Named;
import org.giaoban.people.People;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
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

/** Who takes up a post in a unit and who leaves it. */
@Controller
class MandateController {

    private static final int MATCHES = 20;

    private final Mandates mandates;
    private final UnitPages pages;
    private final UnitChoices choices;
    private final People people;
    private final Flash flash;

    MandateController(Mandates mandates, UnitPages pages, UnitChoices choices, People people, Flash flash) {
        this.mandates = mandates;
        this.pages = pages;
        this.choices = choices;
        this.people = people;
        this.flash = flash;
    }

    /**
     * The form as typed.
     *
     * @param matches persons to choose from when the typed name fits several
     */
    public record Page(
            String code,
            String unit,
            MandateForm form,
            Map<String, String> matches,
            Map<String, String> posts,
            Map<String, String> methods,
            Map<String, String> errors) {}

    /** The question for the last day. */
    public record EndPage(
            String code,
            String unit,
            String mandate,
            String title,
            String person,
            String since,
            String last,
            Map<String, String> errors) {}

    @GetMapping("/units/{code}/mandates/new")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView blank(@PathVariable String code) {
        var unit = unit(code);
        var form =
                new MandateForm("", "", "", Method.ELECTED.name(), pages.today().toString(), "", "");
        return page(unit, form, List.of(), new Faults());
    }

    @PostMapping("/units/{code}/mandates")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView begin(@PathVariable String code, @ModelAttribute MandateForm form) {
        var unit = unit(code);
        var faults = form.faults();
        var matches = faults.byField().containsKey("person") ? List.<Named>of() : matches(form);
        var person = chosen(form, matches, faults);
        if (faults.none() && person != null) {
            try {
                mandates.begin(new NewMandate(
                        person.id(),
                        unit.id(),
                        UnitForm.tidy(form.post()),
                        method(form),
                        form.valid(),
                        UnitForm.tidy(form.decision())));
                flash.ok("organization.mandate.begun", person.name());
                return posts(code);
            } catch (Refused refused) {
                faults.add(refused);
            }
        }
        return page(unit, form.tidy(), matches.size() > 1 ? matches : List.of(), faults);
    }

    @GetMapping("/units/{code}/mandates/{id}/end")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView askEnd(@PathVariable String code, @PathVariable UUID id) {
        return endPage(code, mandate(code, id), pages.today().toString(), new Faults());
    }

    @PostMapping("/units/{code}/mandates/{id}/end")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView end(@PathVariable String code, @PathVariable UUID id, @RequestParam(defaultValue = "") String until) {
        var mandate = mandate(code, id);
        var faults = new Faults().day("until", until);
        if (faults.none()) {
            try {
                mandates.end(id, Faults.parse(UnitForm.tidy(until)).plusDays(1));
                flash.ok("organization.mandate.ended");
                return posts(code);
            } catch (Refused refused) {
                faults.add(refused);
            }
        }
        return endPage(code, mandate, until, faults);
    }

    private Unit unit(String code) {
        return pages.nearest(code, pages.today(), Capability.ORGANIZATION_EDIT);
    }

    private Mandate mandate(String code, UUID id) {
        var unit = unit(code);
        return mandates.find(id).filter(found -> found.unit().equals(unit.id())).orElseThrow(() -> new NotFound(id));
    }

    private static ModelAndView posts(String code) {
        return new ModelAndView("redirect:/units/" + code + "?tab=posts");
    }

    private List<Named> matches(MandateForm form) {
        return people.search(UnitForm.tidy(form.person()), MATCHES);
    }

    private static @Nullable Named chosen(MandateForm form, List<Named> matches, Faults faults) {
        if (faults.byField().containsKey("person")) {
            return null;
        }
        var picked = UnitForm.tidy(form.chosen());
        for (var match : matches) {
            if (matches.size() == 1 || match.id().toString().equals(picked)) {
                return match;
            }
        }
        var text = matches.isEmpty()
                ? Texts.text("organization.fault.no-such-person", UnitForm.tidy(form.person()))
                : Texts.text("organization.fault.many-persons", matches.size());
        faults.add(matches.isEmpty() ? "person" : "chosen", text);
        return null;
    }

    private static Method method(MandateForm form) {
        for (var method : Method.values()) {
            if (method.name().equals(UnitForm.tidy(form.method()))) {
                return method;
            }
        }
        throw new NotFound(UnitForm.tidy(form.method()));
    }

    private ModelAndView page(Unit unit, MandateForm form, List<Named> matches, Faults faults) {
        var persons = new LinkedHashMap<String, String>();
        matches.forEach(match -> persons.put(match.id().toString(), match.name() + " (" + match.code() + ")"));
        var methods = new LinkedHashMap<String, String>();
        for (var method : Method.values()) {
            methods.put(method.name(), Texts.text("organization.method." + method.name()));
        }
        var page = new Page(
                unit.code(), unit.name(), form, persons, choices.posts(unit, pages.today()), methods, faults.byField());
        return answered(new ModelAndView("organization/mandate", "page", page), faults);
    }

    private ModelAndView endPage(String code, Mandate mandate, String last, Faults faults) {
        PersonId person = mandate.person();
        var page = new EndPage(
                code,
                unit(code).name(),
                mandate.id().toString(),
                mandate.title(),
                people.names(List.of(person)).getOrDefault(person, ""),
                Formats.date(mandate.valid().from()),
                last,
                faults.byField());
        return answered(new ModelAndView("organization/end", "page", page), faults);
    }

    private static ModelAndView answered(ModelAndView view, Faults faults) {
        view.setStatus(faults.none() ? null : UNPROCESSABLE_CONTENT);
        return view;
    }
}
