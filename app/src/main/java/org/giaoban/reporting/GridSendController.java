package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.UnitGrid.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sending many returns at once: first what would be sent and what lacks what, then the act. */
@Controller
@RequestMapping("/returns/grid/send")
class GridSendController {

    private static final int MOST_NAMED = 3;

    private final UnitGrid grid;
    private final GridSending sending;
    private final Flash flash;

    GridSendController(UnitGrid grid, GridSending sending, Flash flash) {
        this.grid = grid;
        this.sending = sending;
        this.flash = flash;
    }

    /** A return that would be sent, or why it would not. */
    public record Line(String code, String name, String href, int answered, List<String> why) {}

    @GetMapping
    @Requires(Capability.REPORT_ENTER)
    ModelAndView preview(Query query) {
        var sheet = grid.sheet(query, UnitGrid.ROWS);
        var open = sheet.rows().stream().filter(GridRow::open).toList();
        return new ModelAndView(
                "reporting/gridsend",
                Map.of(
                        "page", GridView.of(sheet, query).head(),
                        "ready",
                                open.stream()
                                        .filter(GridRow::ready)
                                        .map(row -> line(row, List.of()))
                                        .toList(),
                        "lacking",
                                open.stream()
                                        .filter(row -> row.begun() && !row.ready())
                                        .map(row -> line(row, why(row)))
                                        .toList(),
                        "untouched",
                                (int) open.stream().filter(row -> !row.begun()).count()));
    }

    private static Line line(GridRow row, List<String> why) {
        return new Line(
                row.key().unit().code(),
                row.key().unit().shortName(),
                row.key().href(),
                row.reading().content().values().size(),
                why);
    }

    private static List<String> why(GridRow row) {
        var blocking = row.examined().findings().stream()
                .filter(found -> found.severity() == Severity.BLOCKING)
                .map(found -> Objects.requireNonNullElse(found.indicator(), "") + ": " + found.sentence())
                .limit(MOST_NAMED);
        var missing = row.examined().missing();
        return java.util.stream.Stream.concat(
                        missing.isEmpty()
                                ? java.util.stream.Stream.of()
                                : java.util.stream.Stream.of(Texts.text(
                                        "reporting.grid.lacks",
                                        missing.size(),
                                        String.join(
                                                ", ",
                                                missing.stream()
                                                        .limit(MOST_NAMED)
                                                        .toList()))),
                        blocking)
                .toList();
    }

    @PostMapping
    @Requires(Capability.REPORT_ENTER)
    String send(Query query, @RequestParam(name = "units", defaultValue = "") List<String> units) {
        var asked = grid.asked(query);
        var sent = sending.send(
                asked, units.stream().distinct().limit(UnitGrid.ROWS).toList());
        if (sent.count() > 0) {
            flash.ok("reporting.grid.sent", sent.count());
        }
        if (sent.count() == 0 && sent.left().isEmpty()) {
            flash.warn("reporting.grid.none-chosen");
        }
        if (!sent.left().isEmpty()) {
            flash.warn(
                    "reporting.grid.left",
                    sent.left().size(),
                    String.join(", ", sent.left().stream().limit(10).toList()));
        }
        return "redirect:" + GridView.HREF + "?form=" + asked.form().code() + "&period="
                + asked.period().code();
    }
}
