package org.giaoban.evaluation;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.access.UnitPick;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.people.Named;
import org.giaoban.people.People;
import org.giaoban.platform.Flash;
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

/** Who follows which branch, and who visited nobody. */
@Controller
class FollowerController {

    private static final int MATCHES = 10;

    private final FollowerPages pages;
    private final Followers followers;
    private final People people;
    private final UnitPick units;
    private final Flash flash;
    private final Clock clock;

    FollowerController(
            FollowerPages pages, Followers followers, People people, UnitPick units, Flash flash, Clock clock) {
        this.pages = pages;
        this.followers = followers;
        this.people = people;
        this.units = units;
        this.flash = flash;
        this.clock = clock;
    }

    /** What was typed about who follows whom. */
    public record Form(
            @Nullable String person,
            @Nullable String unit,
            @Nullable String from,
            @Nullable String decision) {

        static String tidy(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        Optional<LocalDate> day() {
            try {
                return Optional.of(LocalDate.parse(tidy(from)));
            } catch (DateTimeParseException notADay) {
                return Optional.empty();
            }
        }
    }

    /** The form with what may be chosen. */
    public record Page(Form form, Map<String, String> units, Map<String, String> errors) {}

    @GetMapping("/followers")
    @Requires(Capability.EVALUATE)
    ModelAndView list(@RequestParam(defaultValue = "") String quarter) {
        return new ModelAndView("evaluation/followers", "page", pages.list(quarter(quarter)));
    }

    private Period quarter(String asked) {
        if (asked.matches("\\d{4}-Q[1-4]")) {
            return Period.parse(asked);
        }
        var today = LocalDate.now(clock);
        return Period.quarter(today.getYear(), (today.getMonthValue() + 2) / 3);
    }

    @GetMapping("/followers/new")
    @Requires(Capability.EVALUATE)
    ModelAndView blank() {
        return page(new Form("", "", LocalDate.now(clock).toString(), ""), Map.of());
    }

    @PostMapping("/followers")
    @Requires(Capability.EVALUATE)
    ModelAndView assign(@ModelAttribute Form form) {
        var errors = new LinkedHashMap<String, String>();
        var person = person(Form.tidy(form.person()), errors);
        var unit = units.find(form.unit(), Capability.EVALUATE);
        if (unit.isEmpty()) {
            errors.put("unit", Texts.text("evaluation.fault.unit"));
        }
        if (form.day().isEmpty()) {
            errors.put("from", Texts.text("evaluation.fault.day"));
        }
        if (Form.tidy(form.decision()).length() > 120) {
            errors.put("decision", Texts.text("evaluation.fault.long", 120));
        }
        if (errors.isEmpty()) {
            try {
                followers.assign(Followers.make(
                        person.orElseThrow(),
                        unit.orElseThrow(),
                        form.day().orElseThrow(),
                        Form.tidy(form.decision())));
                flash.ok("evaluation.flash.follows");
                return new ModelAndView("redirect:/followers");
            } catch (Refused refused) {
                errors.put("person", refused.text());
            }
        }
        return page(form, errors);
    }

    private Optional<PersonId> person(String typed, Map<String, String> errors) {
        var found = people.search(typed, MATCHES);
        var exact = found.stream().filter(one -> one.code().equals(typed)).toList();
        var chosen = exact.isEmpty() ? found : exact;
        if (typed.isEmpty() || chosen.isEmpty()) {
            errors.put("person", Texts.text("evaluation.fault.person"));
        } else if (chosen.size() > 1) {
            errors.put("person", Texts.text("evaluation.fault.persons", names(chosen)));
        }
        return chosen.size() == 1 ? Optional.of(chosen.getFirst().id()) : Optional.empty();
    }

    private static String names(List<Named> found) {
        return String.join(
                "; ",
                found.stream().map(one -> one.name() + " (" + one.code() + ")").toList());
    }

    @PostMapping("/followers/{id}/end")
    @Requires(Capability.EVALUATE)
    ModelAndView end(@PathVariable UUID id) {
        try {
            followers.end(id, LocalDate.now(clock));
            flash.ok("evaluation.flash.ended");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return new ModelAndView("redirect:/followers");
    }

    private ModelAndView page(Form form, Map<String, String> errors) {
        var view = new ModelAndView(
                "evaluation/follower", "page", new Page(form, units.offered(Capability.EVALUATE), errors));
        view.setStatus(errors.isEmpty() ? null : UNPROCESSABLE_CONTENT);
        return view;
    }
}
