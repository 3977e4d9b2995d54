package org.giaoban.tasks;

import static org.giaoban.access.Capability.TASK_ASSIGN;

import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.wording.Known;
import org.giaoban.wording.Reading;
import org.giaoban.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form by which an order is given outside a meeting. */
@Controller
class GiveController {

    private final Giving giving;
    private final Wording wording;
    private final Flash flash;

    GiveController(Giving giving, Wording wording, Flash flash) {
        this.giving = giving;
        this.wording = wording;
        this.flash = flash;
    }

    /** The form with what can be chosen, what was typed and what is wrong with it. */
    public record Page(
            GiveForm form,
            MoreForm more,
            UUID id,
            Giving.Options options,
            Map<String, String> errors,
            @Nullable Reading reading) {

        /** The unit whose people, dates and figures are offered while typing. */
        String unit() {
            return form.giver() == null
                    ? options.givers().keySet().stream().findFirst().orElse("")
                    : form.giver().toString();
        }

        DutyChoice duty() {
            return new DutyChoice(
                    options.units(), options.posts(), options.people(), errors, form.typed(), form.chosenSet());
        }
    }

    @GetMapping("/tasks/new")
    @Requires(TASK_ASSIGN)
    ModelAndView form() {
        return page(GiveForm.empty(), MoreForm.EMPTY, Map.of());
    }

    @PostMapping("/tasks")
    @Requires(TASK_ASSIGN)
    ModelAndView give(@ModelAttribute GiveForm form, @ModelAttribute MoreForm more) {
        var errors = giving.errors(form, more);
        if (!errors.isEmpty()) {
            var page = page(form, more, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var root = given(form, more);
        flash.ok("tasks.give.done");
        return new ModelAndView("redirect:/tasks/" + root);
    }

    /** A second click at the same moment finds the order the first one gave. */
    private UUID given(GiveForm form, MoreForm more) {
        try {
            return giving.give(form, more);
        } catch (DuplicateKeyException twice) {
            return form.root();
        }
    }

    private ModelAndView page(GiveForm form, MoreForm more, Map<String, String> errors) {
        return new ModelAndView(
                "tasks/give", "page", new Page(form, more, form.root(), giving.options(), errors, reading(form)));
    }

    private @Nullable Reading reading(GiveForm form) {
        var words = Typed.words(form.text());
        var known =
                new Known(!form.chosen().isEmpty(), Typed.day(form.due()) != null, Typed.words(form.measure()) != null);
        return words == null ? null : wording.read(words, known);
    }
}
