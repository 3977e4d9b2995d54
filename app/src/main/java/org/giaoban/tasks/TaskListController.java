package org.giaoban.tasks;

import static org.giaoban.access.Capability.TASK_ASSIGN;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Slice;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.Narrowing.Look;
import org.giaoban.tasks.TaskFilter.Cursor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists of tasks: mine, my units', those we gave; as a page and as files. */
@Controller
class TaskListController {

    private final TaskLists lists;
    private final TaskWork work;
    private final Flash flash;

    TaskListController(TaskLists lists, TaskWork work, Flash flash) {
        this.lists = lists;
        this.work = work;
        this.flash = flash;
    }

    /** What the list shows. */
    public record Page(Slice<TaskLine> tasks, Narrowing narrowing) {

        TaskFilter filter() {
            return narrowing.filter();
        }

        boolean judges() {
            return narrowing.judges();
        }

        String sorted(String sort) {
            return narrowing.sorted(sort);
        }
    }

    /** Whoever names no view and owes nothing sees what their units owe, or what they gave. */
    @GetMapping("/tasks")
    @ForSignedIn
    ModelAndView list(@RequestParam Map<String, String> query) {
        var filter = TaskFilter.of(query);
        var tasks = lists.page(filter, Cursor.parse(query.get("after")).orElse(null));
        if (!query.containsKey("view") && tasks.items().isEmpty() && !filter.narrowed()) {
            filter = filter.open(lists.judges() ? TaskFilter.View.GIVEN : TaskFilter.View.UNIT);
            tasks = lists.page(filter, null);
        }
        var page = new Page(tasks, new Narrowing(Look.LIST, filter, lists.choices(filter), lists.judges(), null));
        return new ModelAndView("tasks/list", "page", page);
    }

    @GetMapping("/tasks.xlsx")
    @ForSignedIn
    ResponseEntity<byte[]> workbook(@RequestParam Map<String, String> query) {
        return export(query).xlsx();
    }

    @GetMapping("/tasks.csv")
    @ForSignedIn
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> query) {
        return export(query).csv();
    }

    /** Confirms all chosen reports, or none when one of them is not waiting. */
    @PostMapping("/tasks/confirm")
    @Requires(TASK_ASSIGN)
    ModelAndView confirm(
            @RequestParam(defaultValue = "") List<UUID> task, @RequestParam(defaultValue = "") String back) {
        if (task.isEmpty()) {
            flash.warn("tasks.flash.none-chosen");
        } else {
            work.confirm(task.stream().distinct().limit(Bulk.MOST).toList());
            flash.ok("tasks.flash.confirmed-many", task.size());
        }
        return new ModelAndView("redirect:" + Bulk.back(back));
    }

    private TableExport export(Map<String, String> query) {
        var headers =
                List.of("title", "unit", "source", "first-due", "due", "extensions", "state", "label", "late").stream()
                        .map(name -> Texts.text("tasks.export." + name))
                        .toList();
        var rows = lists.all(TaskFilter.of(query)).stream()
                .flatMap(TaskWords::rows)
                .toList();
        return new TableExport(Texts.text("tasks.export.name"), headers, rows);
    }
}
