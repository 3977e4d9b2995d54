package org.giaoban.people;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.access.UnitPick;
import org.giaoban.kernel.PersonId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Entering persons and keeping what is known about them right. */
@Controller
class PersonEditController {

    private final People people;
    private final UnitPick units;
    private final Flash flash;
    private final Clock clock;

    PersonEditController(People people, UnitPick units, Flash flash, Clock clock) {
        this.people = people;
        this.units = units;
        this.flash = flash;
        this.clock = clock;
    }

    /** The form as typed; {@code id} is null for a new person. */
    public record Page(
            @Nullable String id,
            PersonForm form,
            Map<String, String> genders,
            Map<String, String> keepers,
            Map<String, String> errors) {}

    /** The form for contact data. */
    public record ContactPage(String id, String name, ContactForm form, Map<String, String> errors) {}

    @GetMapping("/people/new")
    @Requires(Capability.PEOPLE_EDIT)
    ModelAndView blank() {
        return page(null, new PersonForm("", "", Gender.UNKNOWN.name(), "", "", "", 0), Map.of());
    }

    @PostMapping("/people")
    @Requires(Capability.PEOPLE_EDIT)
    ModelAndView enter(@ModelAttribute PersonForm form) {
        var keeper = units.find(form.keeper(), Capability.PEOPLE_EDIT);
        var faults = form.faultsOfNew(thisYear(), keeper.isPresent());
        if (faults.isEmpty() && keeper.isPresent()) {
            try {
                var id = people.create(form.toNewPerson(keeper.get()));
                flash.ok("people.new.done", PersonForm.tidy(form.fullName()));
                return new ModelAndView("redirect:/people/" + id);
            } catch (Refused refused) {
                faults.put("code", refused.text());
            }
        }
        return page(null, form.tidy(), faults);
    }

    @GetMapping("/people/{id}/edit")
    @Requires(Capability.PEOPLE_EDIT)
    ModelAndView edit(@PathVariable UUID id) {
        var person = people.get(new PersonId(id), Capability.PEOPLE_EDIT);
        return page(
                person.id().toString(),
                PersonForm.of(person, units.shown(person.keeper(), Capability.PEOPLE_EDIT)),
                Map.of());
    }

    @PostMapping("/people/{id}/edit")
    @Requires(Capability.PEOPLE_EDIT)
    ModelAndView save(@PathVariable UUID id, @ModelAttribute PersonForm form) {
        var before = people.get(new PersonId(id), Capability.PEOPLE_EDIT);
        var keeper = units.find(form.keeper(), Capability.PEOPLE_EDIT);
        var faults = form.faults(thisYear(), keeper.isPresent());
        if (faults.isEmpty() && keeper.isPresent()) {
            people.edit(before, form.over(before, keeper.get()));
            flash.ok("people.edit.done", PersonForm.tidy(form.fullName()));
            return new ModelAndView("redirect:/people/" + id);
        }
        return page(id.toString(), form.tidy(), faults);
    }

    @GetMapping("/people/{id}/contact")
    @Requires(Capability.PEOPLE_EDIT)
    ModelAndView editContact(@PathVariable UUID id) {
        var person = people.get(new PersonId(id), Capability.PEOPLE_EDIT);
        var form = ContactForm.of(people.contact(person.id()), people.numbers(person.id()));
        return new ModelAndView(
                "people/contact", "page", new ContactPage(id.toString(), person.fullName(), form, Map.of()));
    }

    @PostMapping("/people/{id}/contact")
    @Requires(Capability.PEOPLE_EDIT)
    ModelAndView saveContact(@PathVariable UUID id, @ModelAttribute ContactForm form) {
        var person = people.get(new PersonId(id), Capability.PEOPLE_EDIT);
        var faults = form.faults();
        if (faults.isEmpty()) {
            try {
                people.reach(person.id(), form.toContact(), form.toNumbers());
                flash.ok("people.contact.saved");
                return new ModelAndView("redirect:/people/" + id + "?tab=contact");
            } catch (Refused refused) {
                faults.put("citizen", refused.text());
            }
        }
        var page = new ContactPage(id.toString(), person.fullName(), form.tidy(), faults);
        return new ModelAndView("people/contact", Map.of("page", page), UNPROCESSABLE_CONTENT);
    }

    private int thisYear() {
        return LocalDate.now(clock).getYear();
    }

    private ModelAndView page(@Nullable String id, PersonForm form, Map<String, String> faults) {
        var genders = new LinkedHashMap<String, String>();
        for (var gender : Gender.values()) {
            genders.put(gender.name(), PersonPages.gender(gender));
        }
        var page = new Page(id, form, genders, units.offered(Capability.PEOPLE_EDIT), faults);
        var view = new ModelAndView("people/form", "page", page);
        view.setStatus(faults.isEmpty() ? null : UNPROCESSABLE_CONTENT);
        return view;
    }
}
