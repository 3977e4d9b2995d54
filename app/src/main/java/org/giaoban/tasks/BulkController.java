package org.giaoban.tasks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One act for many chosen tasks: looked at first, then done. The use case asks for the right to each of them. */
@Controller
class BulkController {

    private final BulkWork work;
    private final Flash flash;

    BulkController(BulkWork work, Flash flash) {
        this.work = work;
        this.flash = flash;
    }

    /** What was chosen, with what would become of it. */
    public record Page(
            Bulk bulk,
            BulkWork.Preview preview,
            Map<String, String> typed,
            Map<String, String> errors,
            String back,
            int left) {

        String value(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @PostMapping("/tasks/bulk/preview")
    @ForSignedIn
    ModelAndView preview(@RequestParam(defaultValue = "") List<UUID> task, @RequestParam Map<String, String> typed) {
        if (task.isEmpty()) {
            flash.warn("tasks.flash.none-chosen");
            return new ModelAndView("redirect:" + Bulk.back(typed.getOrDefault("back", "")));
        }
        return page(bulk(task, typed), typed, Map.of(), task.size());
    }

    @PostMapping("/tasks/bulk")
    @ForSignedIn
    ModelAndView carryOut(@RequestParam(defaultValue = "") List<UUID> task, @RequestParam Map<String, String> typed) {
        var bulk = bulk(task, typed);
        var missing = bulk.missing();
        if (missing != null) {
            var page = page(bulk, typed, Map.of(missing, Texts.text("tasks.bulk.error." + missing)), task.size());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var done = work.carryOut(bulk);
        if (done == 0) {
            flash.warn("tasks.bulk.none-done");
        } else {
            flash.ok("tasks.bulk.done", done);
        }
        return new ModelAndView("redirect:" + Bulk.back(typed.getOrDefault("back", "")));
    }

    private ModelAndView page(Bulk bulk, Map<String, String> typed, Map<String, String> errors, int chosen) {
        var left = Math.max(0, chosen - Bulk.MOST);
        var back = Bulk.back(typed.getOrDefault("back", ""));
        return new ModelAndView("tasks/bulk", "page", new Page(bulk, work.preview(bulk), typed, errors, back, left));
    }

    private static Bulk bulk(List<UUID> tasks, Map<String, String> typed) {
        var what = Arrays.stream(Bulk.What.values())
                .filter(one -> one.code().equals(typed.get("what")))
                .findFirst()
                .orElse(Bulk.What.REMIND);
        return new Bulk(what, tasks, Typed.day(typed.get("until")), person(typed), Typed.words(typed.get("reason")));
    }

    private static @Nullable PersonId person(Map<String, String> typed) {
        var id = TaskFilter.id(typed.get("person"));
        return id == null ? null : new PersonId(id);
    }

    /** The acts by their code, as the list offers them. */
    static Map<String, String> acts() {
        var acts = new LinkedHashMap<String, String>();
        Arrays.stream(Bulk.What.values())
                .forEach(what -> acts.put(what.code(), Texts.text("tasks.bulk.act." + what.code())));
        return acts;
    }
}
