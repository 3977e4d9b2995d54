package org.giaoban.tasks;

import static org.giaoban.access.Capability.TASK_ASSIGN;

import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a task: who helps and watches, its steps, its links, remarks. */
@Controller
class BesideController {

    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_CODE = 120;

    private final TaskExtras extras;
    private final TaskController pages;
    private final Flash flash;

    BesideController(TaskExtras extras, TaskController pages, Flash flash) {
        this.extras = extras;
        this.pages = pages;
        this.flash = flash;
    }

    @PostMapping("/tasks/{id}/roles")
    @Requires(TASK_ASSIGN)
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID helping,
            @RequestParam(required = false) @Nullable UUID supervising) {
        extras.add(
                id,
                helping == null ? null : new UnitId(helping),
                supervising == null ? null : new PersonId(supervising));
        return back(id, "beside", "tasks.beside.saved");
    }

    @PostMapping("/tasks/{id}/roles/remove")
    @Requires(TASK_ASSIGN)
    ModelAndView remove(@PathVariable UUID id, @RequestParam UUID role) {
        extras.remove(id, role);
        return back(id, "beside", "tasks.beside.saved");
    }

    @PostMapping("/tasks/{id}/links")
    @Requires(TASK_ASSIGN)
    ModelAndView link(
            @PathVariable UUID id,
            @RequestParam LinkKind kind,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String title) {
        var named = Typed.words(code);
        if (named == null || named.length() > LONGEST_CODE || title.length() > CheckItem.LONGEST) {
            var field = kind == LinkKind.DIRECTIVE ? "directive" : "indicator";
            return pages.refused(
                    id,
                    "beside",
                    Map.of(field, Texts.text("tasks.error." + field)),
                    Map.of(field, code, "title", title));
        }
        extras.link(id, kind, named, title.strip());
        return back(id, "beside", "tasks.beside.saved");
    }

    @PostMapping("/tasks/{id}/links/remove")
    @Requires(TASK_ASSIGN)
    ModelAndView unlink(@PathVariable UUID id, @RequestParam LinkKind kind, @RequestParam String code) {
        extras.unlink(id, kind, code);
        return back(id, "beside", "tasks.beside.saved");
    }

    @PostMapping("/tasks/{id}/steps")
    @ForSignedIn
    ModelAndView addStep(@PathVariable UUID id, @RequestParam UUID step, @RequestParam(defaultValue = "") String text) {
        var words = Typed.words(text);
        if (words == null || words.length() > CheckItem.LONGEST) {
            return pages.refused(
                    id, "progress", Map.of("text", Texts.text("tasks.error.step")), Map.of("step-text", text));
        }
        extras.addStep(id, step, words);
        return back(id, "progress", "tasks.steps.saved");
    }

    @PostMapping("/tasks/{id}/steps/tick")
    @ForSignedIn
    ModelAndView tick(@PathVariable UUID id, @RequestParam UUID step, @RequestParam boolean done) {
        extras.tick(id, step, done);
        return back(id, "progress", done ? "tasks.steps.ticked" : "tasks.steps.unticked");
    }

    @PostMapping("/tasks/{id}/steps/remove")
    @ForSignedIn
    ModelAndView removeStep(@PathVariable UUID id, @RequestParam UUID step) {
        extras.removeStep(id, step);
        return back(id, "progress", "tasks.steps.saved");
    }

    @PostMapping("/tasks/{id}/note")
    @ForSignedIn
    ModelAndView note(@PathVariable UUID id, @RequestParam(defaultValue = "") String remark) {
        if (remark.isBlank() || remark.length() > LONGEST_NOTE) {
            return pages.refused(
                    id, "progress", Map.of("remark", Texts.text("tasks.error.remark")), Map.of("remark", remark));
        }
        extras.note(id, remark);
        return back(id, "progress", "tasks.flash.noted");
    }

    private ModelAndView back(UUID id, String tab, String key) {
        flash.ok(key);
        return new ModelAndView("redirect:/tasks/" + id + ("beside".equals(tab) ? "?tab=beside" : "?tab=progress"));
    }
}
