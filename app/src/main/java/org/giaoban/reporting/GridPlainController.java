package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.Typing.Change;
import org.giaoban.reporting.Typing.Other;
import org.giaoban.reporting.UnitGrid.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The same entry for many units without a script: some units and one group of columns on a page. */
@Controller
@RequestMapping(GridView.PLAIN)
class GridPlainController {

    private final UnitGrid grid;
    private final Typing typing;
    private final Flash flash;

    GridPlainController(UnitGrid grid, Typing typing, Flash flash) {
        this.grid = grid;
        this.typing = typing;
        this.flash = flash;
    }

    @GetMapping
    @Requires(Capability.REPORT_ENTER)
    ModelAndView page(Query query) {
        return view(query, Map.of(), Map.of());
    }

    private ModelAndView view(Query query, Map<String, String> typed, Map<String, String> said) {
        var shown = query.oneGroup();
        var page = GridView.plain(grid.sheet(shown, UnitGrid.PLAIN_ROWS), shown);
        return new ModelAndView("reporting/gridplain", Map.of("page", page, "typed", typed, "said", said));
    }

    /** Keeps the cells of the page; a cell somebody else changed meanwhile is shown with both texts. */
    @PostMapping
    @Requires(Capability.REPORT_ENTER)
    ModelAndView save(Query query, @RequestParam Map<String, String> parameters) {
        var changes = changes(parameters);
        if (parameters.containsKey("take")) {
            takeCounts(query, changes);
        }
        var asked = grid.asked(query);
        var taken = typing.cells(asked, grid.keys(asked, changes.keySet()), changes);
        if (taken.clashes().isEmpty()) {
            flash.ok("reporting.grid.kept", taken.kept());
            taken.closed().forEach(unit -> flash.warn("reporting.grid.closed-unit", unit));
            return new ModelAndView("redirect:"
                    + GridView.plain(grid.sheet(query.oneGroup(), UnitGrid.PLAIN_ROWS), query.oneGroup())
                            .head()
                            .links()
                            .self());
        }
        var view = view(query, typed(changes, taken.clashes()), said(taken.clashes()));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** Every cell of the page that is still empty and that the system counts. */
    private void takeCounts(Query query, Map<String, List<Change>> changes) {
        for (var row : GridView.plain(grid.sheet(query.oneGroup(), UnitGrid.PLAIN_ROWS), query.oneGroup())
                .rows()) {
            var typed = changes.getOrDefault(row.code(), List.of()).stream()
                    .filter(change -> !change.is().isBlank())
                    .map(Change::place)
                    .toList();
            row.cells().stream()
                    .filter(cell -> !cell.count().isEmpty() && cell.text().isEmpty() && !typed.contains(cell.code()))
                    .forEach(cell -> changes.computeIfAbsent(row.code(), unit -> new ArrayList<>())
                            .add(new Change(Typing.COUNT + cell.code(), "", cell.count())));
        }
    }

    /** Fields are called "c UNIT INDICATOR", and "w UNIT INDICATOR" for what stood there when the page was made. */
    private static Map<String, List<Change>> changes(Map<String, String> parameters) {
        var changes = new LinkedHashMap<String, List<Change>>();
        parameters.forEach((name, is) -> {
            var parts = name.split(" ");
            if (parts.length == 3 && parts[0].equals("c")) {
                String was = parameters.getOrDefault("w " + parts[1] + " " + parts[2], "");
                changes.computeIfAbsent(parts[1], unit -> new ArrayList<>()).add(new Change(parts[2], was, is));
            }
        });
        return changes;
    }

    private static Map<String, String> typed(Map<String, List<Change>> changes, Map<String, List<Other>> clashes) {
        var typed = new LinkedHashMap<String, String>();
        clashes.forEach((unit, others) -> others.forEach(other -> changes.getOrDefault(unit, List.of()).stream()
                .filter(change -> change.place().equals(other.place()))
                .forEach(change -> typed.put(unit + " " + change.place(), change.is()))));
        return typed;
    }

    private static Map<String, String> said(Map<String, List<Other>> clashes) {
        var said = new LinkedHashMap<String, String>();
        clashes.forEach((unit, others) -> others.forEach(other -> said.put(
                unit + " " + other.place(), Texts.text("reporting.grid.other", other.by(), other.now(), other.at()))));
        return said;
    }
}
