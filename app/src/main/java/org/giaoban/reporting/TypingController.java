package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Takes changed fields and cells from the scripts of the pages, and says what came of them. */
@Controller
class TypingController {

    private final Door door;
    private final UnitGrid grid;
    private final Typing typing;
    private final TypedChanges changes;
    private final Clock clock;

    TypingController(Door door, UnitGrid grid, Typing typing, TypedChanges changes, Clock clock) {
        this.door = door;
        this.grid = grid;
        this.typing = typing;
        this.changes = changes;
        this.clock = clock;
    }

    /** Keeps fields of one return's form. */
    @PostMapping("/returns/{unit}/{form}/{period}/typing")
    @Requires(Capability.REPORT_ENTER)
    @ResponseBody
    GridPage.Answer fields(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "{}") String fields) {
        var key = door.writable(unit, form, period);
        var taken = typing.fields(key, changes.fields(fields));
        var asked = grid.asked(key);
        return GridView.answer(taken, grid.rows(asked, List.of(key)), asked.indicators(), LocalDate.now(clock));
    }

    /** Keeps cells of the grid of many units. */
    @PostMapping("/returns/grid/cells")
    @Requires(Capability.REPORT_ENTER)
    @ResponseBody
    GridPage.Answer cells(@RequestParam String form, @RequestParam String period, @RequestParam String cells) {
        var read = changes.cells(cells);
        var asked = grid.asked(new UnitGrid.Query(form, period, null, null, null, null));
        var keys = grid.keys(asked, read.keySet());
        var taken = typing.cells(asked, keys, read);
        return GridView.answer(taken, grid.rows(asked, keys.values()), asked.indicators(), LocalDate.now(clock));
    }
}
