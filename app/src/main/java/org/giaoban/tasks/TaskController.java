package org.giaoban.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.TaskPages.Story;
import org.giaoban.tasks.TaskPages.TaskView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one task. */
@Controller
class TaskController {

    private static final List<String> TABS = List.of("progress", "units", "beside", "source", "history");

    private final TaskPages pages;

    TaskController(TaskPages pages) {
        this.pages = pages;
    }

    /** What the page shows, with what was typed when a form was refused. */
    public record Page(
            TaskView view,
            Story story,
            ExtrasReading.Offered offered,
            String tab,
            Map<String, String> errors,
            Map<String, String> typed) {

        Map<String, String> tabs() {
            var tabs = new LinkedHashMap<String, String>();
            TABS.stream()
                    .filter(tab -> !tab.equals("units") || view.task().several())
                    .forEach(tab -> tabs.put(href(tab), Texts.text("tasks.task.tab." + tab)));
            return tabs;
        }

        String href(String tab) {
            return "/tasks/" + view.task().id() + (tab.equals("progress") ? "" : "?tab=" + tab);
        }

        String value(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/tasks/{id}")
    @ForSignedIn
    ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "") String tab) {
        var view = pages.view(id);
        var first = view.task().several() ? "units" : "progress";
        return page(id, TABS.contains(tab) ? tab : first, Map.of(), Map.of());
    }

    ModelAndView refused(UUID id, Map<String, String> errors, Map<String, String> typed) {
        return refused(id, "progress", errors, typed);
    }

    ModelAndView refused(UUID id, String tab, Map<String, String> errors, Map<String, String> typed) {
        var page = page(id, tab, errors, typed);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Somebody else was quicker: says what happened, and keeps the words that were typed. */
    ModelAndView overtaken(UUID id, String what, Map<String, String> typed) {
        var page = page(id, "progress", Map.of("act", what), typed);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(UUID id, String tab, Map<String, String> errors, Map<String, String> typed) {
        var view = pages.view(id);
        return new ModelAndView(
                "tasks/task", "page", new Page(view, pages.story(id), pages.offered(view), tab, errors, typed));
    }
}
