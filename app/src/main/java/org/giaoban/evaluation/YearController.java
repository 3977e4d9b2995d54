package org.giaoban.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Branches beside each other, and one through time. */
@Controller
class YearController {

    private static final int EARLIEST = 1990;

    private final YearPages pages;

    YearController(YearPages pages) {
        this.pages = pages;
    }

    @GetMapping("/evaluations")
    @Requires(Capability.MEETING_READ)
    ModelAndView compared(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String top,
            @RequestParam(required = false) @Nullable UUID after) {
        var page = pages.compared(year(year), top, after == null ? null : new UnitId(after));
        return new ModelAndView("evaluation/compared", "page", page);
    }

    @GetMapping("/evaluations/export")
    @Requires(Capability.MEETING_READ)
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String top,
            @RequestParam(defaultValue = "xlsx") String format) {
        var page = pages.compared(year(year), top, null);
        var headers = new ArrayList<>(List.of(Texts.text("evaluation.column.branch")));
        for (var month = 1; month <= 12; month++) {
            headers.add(Texts.text("evaluation.column.month", month));
        }
        headers.add(Texts.text("evaluation.column.year"));
        var rows = page.rows().stream()
                .map(row -> {
                    var cells = new ArrayList<Object>(List.of(row.unit().name()));
                    for (var month = 1; month <= 12; month++) {
                        var cell = row.months().get(month);
                        var decision = cell == null ? null : cell.score().decision();
                        cells.add(decision == null ? "" : decision.total());
                    }
                    var graded = row.year();
                    cells.add(graded == null ? "" : graded.grade());
                    return cells;
                })
                .toList();
        return new TableExport(Texts.text("evaluation.file", String.valueOf(page.year())), headers, rows).as(format);
    }

    private int year(@Nullable Integer asked) {
        return asked == null || asked < EARLIEST || asked > pages.thisYear() ? pages.thisYear() : asked;
    }

    @GetMapping("/evaluations/units/{code}")
    @Requires(Capability.MEETING_READ)
    ModelAndView trend(@PathVariable String code) {
        return new ModelAndView("evaluation/trend", "page", pages.trend(code));
    }
}
