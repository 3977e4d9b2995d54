package org.giaoban.tasks;

import static org.giaoban.access.Capability.TASK_ASSIGN;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Sorting;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.TaskFilter.Cursor;
import org.giaoban.tasks.TaskFilter.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The lists of tasks: mine, my units', those we gave; as a page and as files. */
@Controller
class TaskListController {

    private static final int BULK = 100;

    private final TaskLists lists;
    private final TaskWork work;
    private final Flash flash;

    TaskListController(TaskLists lists, TaskWork work, Flash flash) {
        this.lists = lists;
        this.work = work;
        this.flash = flash;
    }

    /** What the list shows. */
    public record Page(
            Slice<TaskLine> tasks,
            TaskFilter filter,
            Map<String, String> units,
            Map<String, String> sources,
            boolean judges) {

        Map<String, String> views() {
            var views = new LinkedHashMap<String, String>();
            Arrays.stream(View.values())
                    .forEach(view -> views.put(href(view), Texts.text("tasks.list.view." + view.code())));
            return views;
        }

        String active() {
            return href(filter.view());
        }

        private static String href(View view) {
            return "/tasks?view=" + view.code();
        }

        Map<String, String> states() {
            var states = new LinkedHashMap<String, String>();
            Arrays.stream(TaskState.values()).forEach(state -> states.put(state.name(), TaskWords.state(state)));
            return states;
        }

        String value(@Nullable Object part) {
            return part == null ? "" : part.toString();
        }

        boolean narrowed() {
            return !new TaskFilter(filter.view(), null, null, false, null, null, filter.sorting()).equals(filter);
        }

        /** The same list as a file, or its next page. */
        String link(String path, @Nullable String after) {
            return link(path, filter.sorting().code(), after);
        }

        /** The same list in another order. */
        String sorted(String sort) {
            return link("/tasks", sort, null);
        }

        private String link(String path, String sort, @Nullable String after) {
            var uri = UriComponentsBuilder.fromPath(path)
                    .queryParam("view", filter.view().code());
            put(uri, "sort", sort.equals("due") ? null : sort);
            put(uri, "state", filter.state());
            put(uri, "unit", filter.unit());
            put(uri, "overdue", filter.overdue() ? "true" : null);
            put(uri, "source", filter.source());
            put(uri, "q", filter.query());
            put(uri, "after", after);
            return uri.encode().build().toUriString();
        }

        private static void put(UriComponentsBuilder uri, String name, @Nullable Object value) {
            if (value != null) {
                uri.queryParam(name, value.toString());
            }
        }
    }

    @GetMapping("/tasks")
    @ForSignedIn
    ModelAndView list(@RequestParam Map<String, String> query) {
        var filter = filter(query);
        var page = new Page(
                lists.page(filter, Cursor.parse(query.get("after")).orElse(null)),
                filter,
                lists.units(filter),
                lists.sources(filter),
                lists.judges());
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
            work.confirm(task.stream().distinct().limit(BULK).toList());
            flash.ok("tasks.flash.confirmed-many", task.size());
        }
        return new ModelAndView("redirect:" + (back.startsWith("/tasks?") ? back : "/tasks?view=unit"));
    }

    private TableExport export(Map<String, String> query) {
        var headers =
                List.of("title", "unit", "source", "first-due", "due", "extensions", "state", "label", "late").stream()
                        .map(name -> Texts.text("tasks.export." + name))
                        .toList();
        var rows = lists.all(filter(query)).stream().flatMap(TaskWords::rows).toList();
        return new TableExport(Texts.text("tasks.export.name"), headers, rows);
    }

    private static TaskFilter filter(Map<String, String> query) {
        var unit = id(query.get("unit"));
        return new TaskFilter(
                View.of(query.get("view")),
                Arrays.stream(TaskState.values())
                        .filter(state -> state.name().equals(query.get("state")))
                        .findFirst()
                        .orElse(null),
                unit == null ? null : new UnitId(unit),
                "true".equals(query.get("overdue")),
                id(query.get("source")),
                query.getOrDefault("q", "").isBlank()
                        ? null
                        : query.getOrDefault("q", "").strip(),
                Sorting.of(query.get("sort"), "due", TaskFilter.COLUMNS));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }
}
