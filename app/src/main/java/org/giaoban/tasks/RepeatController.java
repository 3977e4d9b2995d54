package org.giaoban.tasks;

import static org.giaoban.access.Capability.TASK_ASSIGN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Orders that come again: what runs, and the form that starts another. */
@Controller
class RepeatController {

    private final Repeats recurrences;
    private final Flash flash;

    RepeatController(Repeats recurrences, Flash flash) {
        this.recurrences = recurrences;
        this.flash = flash;
    }

    /** The rows, and the form with what is wrong with it. */
    public record Page(
            List<Repeats.Shown> rows, RepeatForm form, UUID id, Giving.Options options, Map<String, String> errors) {

        Map<String, String> everies() {
            return options("tasks.recurring.every.", Recurrence.Every.values());
        }

        Map<String, String> dues() {
            return options("tasks.recurring.due-by.", Recurrence.DueBy.values());
        }

        private static Map<String, String> options(String key, Enum<?>... values) {
            var options = new LinkedHashMap<String, String>();
            for (var value : values) {
                options.put(value.name(), Texts.text(key + RepeatWords.code(value)));
            }
            return options;
        }
    }

    @GetMapping("/tasks/recurring")
    @Requires(TASK_ASSIGN)
    ModelAndView list() {
        return page(RepeatForm.empty(), Map.of());
    }

    @PostMapping("/tasks/recurring")
    @Requires(TASK_ASSIGN)
    ModelAndView begin(@ModelAttribute RepeatForm form) {
        var errors = recurrences.errors(form);
        if (!errors.isEmpty()) {
            var page = page(form, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        recurrences.begin(form);
        flash.ok("tasks.recurring.begun");
        return new ModelAndView("redirect:/tasks/recurring");
    }

    @PostMapping("/tasks/recurring/{id}/end")
    @Requires(TASK_ASSIGN)
    ModelAndView end(@PathVariable UUID id) {
        recurrences.end(id);
        flash.ok("tasks.recurring.ended");
        return new ModelAndView("redirect:/tasks/recurring");
    }

    private ModelAndView page(RepeatForm form, Map<String, String> errors) {
        var page = new Page(recurrences.all(), form, form.root(), recurrences.options(), errors);
        return new ModelAndView("tasks/recurring", "page", page);
    }
}
