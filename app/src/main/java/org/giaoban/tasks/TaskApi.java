package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Sorting;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.Described;
import org.giaoban.platform.api.PageAsked;
import org.giaoban.tasks.TaskFilter.Cursor;
import org.giaoban.tasks.TaskFilter.View;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of tasks for programs. */
@Api
class TaskApi {

    private static final int PAGE = TaskLists.PAGE;

    private final TaskLists lists;

    TaskApi(TaskLists lists) {
        this.lists = lists;
    }

    /** An order, and how each unit stands that owes it. */
    public record TaskShown(
            UUID id,
            String title,
            @Described("tasks.api.source") String source,
            TaskState state,
            @Nullable LocalDate dueOn,
            @Described("tasks.api.first-due") @Nullable LocalDate firstDueOn,
            @Described("tasks.api.extensions") int extensions,
            int daysLate,
            @Nullable Integer percent,
            List<TaskOfUnit> units) {

        static TaskShown of(TaskLine line) {
            return new TaskShown(
                    line.id().value(),
                    line.title(),
                    line.source().label(),
                    line.state(),
                    line.dueOn(),
                    line.firstDueOn(),
                    line.extensions(),
                    line.daysLate(),
                    line.percent(),
                    line.lights().stream().map(TaskOfUnit::of).toList());
        }
    }

    /** How one unit stands. */
    public record TaskOfUnit(
            UUID task,
            @Nullable UUID unit,
            String unitName,
            TaskState state,
            TaskLine.Mark mark,
            @Nullable LocalDate dueOn,
            int daysLate,
            @Nullable Integer percent,
            @Described("tasks.api.last-word") @Nullable String lastWord) {

        static TaskOfUnit of(TaskLine.Light light) {
            return new TaskOfUnit(
                    light.task().value(),
                    light.unit() == null ? null : light.unit().value(),
                    light.unitName(),
                    light.state(),
                    light.mark(),
                    light.dueOn(),
                    light.daysLate(),
                    light.percent(),
                    light.lastWord());
        }
    }

    @GetMapping("/tasks")
    @ForSignedIn
    @Described("tasks.api.list")
    Slice<TaskShown> list(
            @RequestParam(defaultValue = "UNIT") @Described("tasks.api.view") View view,
            @RequestParam(required = false) @Described("tasks.api.of-state") @Nullable TaskState state,
            @RequestParam(required = false) @Described("tasks.api.of-unit") @Nullable UUID unit,
            @RequestParam(defaultValue = "false") @Described("tasks.api.overdue") boolean overdue,
            @RequestParam(required = false) @Described("tasks.api.q") @Nullable String q,
            @RequestParam(required = false) @Described("platform.api.described.after") @Nullable String after) {
        var filter = new TaskFilter(
                view,
                state,
                unit == null ? null : new UnitId(unit),
                null,
                overdue ? TaskFilter.Lateness.OVERDUE : null,
                null,
                null,
                q == null || q.isBlank() ? null : q.strip(),
                new Sorting("due", false));
        var page = lists.page(filter, cursor(after));
        return new Slice<>(
                page.items().stream().map(TaskShown::of).toList(),
                page.next() == null ? null : PageAsked.written(page.next()));
    }

    private static @Nullable Cursor cursor(@Nullable String after) {
        var key = PageAsked.of(PAGE, after).after();
        return key == null ? null : Cursor.parse(key).orElseThrow(PageAsked::unknownCursor);
    }
}
