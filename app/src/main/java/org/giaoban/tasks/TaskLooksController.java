package org.giaoban.tasks;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Zone;
import org.giaoban.tasks.Narrowing.Look;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tasks of a list in other looks: a board by state, a month by day, a line of time. */
@Controller
class TaskLooksController {

    private static final int ON_BOARD = 300;
    private static final int DONE_ON_BOARD = 50;
    private static final int DONE_DAYS = 31;
    private static final int IN_MONTH = 500;
    private static final int ON_LINE = 150;

    private final TaskLists lists;
    private final TaskMoves moves;
    private final Deeds deeds;

    TaskLooksController(TaskLists lists, TaskMoves moves, Deeds deeds) {
        this.lists = lists;
        this.moves = moves;
        this.deeds = deeds;
    }

    /** The board: a column per state. */
    public record Board(
            Narrowing narrowing,
            Map<TaskState, List<TaskMoves.Card>> columns,
            @Nullable Integer cutAt) {}

    /** A month by its weeks. */
    public record Month(
            Narrowing narrowing, TaskMonth month, @Nullable Integer cutAt) {}

    /** A stretch of months with a bar per task. */
    public record Line(
            Narrowing narrowing,
            TaskTimeline line,
            @Nullable Integer cutAt) {}

    @GetMapping("/tasks/board")
    @ForSignedIn
    ModelAndView board(@RequestParam Map<String, String> query) {
        var filter = TaskFilter.of(query);
        var open = lists.open(filter, ON_BOARD);
        var since = deeds.today().minusDays(DONE_DAYS).atStartOfDay(Zone.ID).toInstant();
        var done = lists.doneSince(filter, since, DONE_ON_BOARD);
        var columns = new LinkedHashMap<TaskState, List<TaskMoves.Card>>();
        for (var state : TaskMoves.COLUMNS) {
            columns.put(state, moves.cards(state == TaskState.CONFIRMED ? done : open, state));
        }
        return new ModelAndView(
                "tasks/board", "page", new Board(narrowing(Look.BOARD, filter, null), columns, open.cutAt()));
    }

    @GetMapping("/tasks/calendar")
    @ForSignedIn
    ModelAndView calendar(@RequestParam Map<String, String> query) {
        var filter = TaskFilter.of(query);
        var month = month(query.get("month"), 0);
        var due = lists.due(filter, TaskMonth.first(month), TaskMonth.last(month), IN_MONTH);
        var shown = TaskMonth.of(month, due.items(), deeds.today());
        var page = new Month(narrowing(Look.CALENDAR, filter, month), shown, due.cutAt());
        return new ModelAndView("tasks/calendar", "page", page);
    }

    @GetMapping("/tasks/timeline")
    @ForSignedIn
    ModelAndView timeline(@RequestParam Map<String, String> query) {
        var filter = TaskFilter.of(query);
        var from = month(query.get("month"), -1);
        var parts = lists.along(filter, from, ON_LINE);
        var line = TaskTimeline.of(from, parts.items(), deeds.today());
        return new ModelAndView(
                "tasks/timeline", "page", new Line(narrowing(Look.TIMELINE, filter, from), line, parts.cutAt()));
    }

    private Narrowing narrowing(Look look, TaskFilter filter, @Nullable YearMonth month) {
        return new Narrowing(
                look, filter, lists.choices(filter), lists.judges(), month == null ? null : month.toString());
    }

    private YearMonth month(@Nullable String asked, int usual) {
        try {
            return asked == null ? YearMonth.from(deeds.today()).plusMonths(usual) : YearMonth.parse(asked);
        } catch (DateTimeException unreadable) {
            return YearMonth.from(deeds.today()).plusMonths(usual);
        }
    }
}
