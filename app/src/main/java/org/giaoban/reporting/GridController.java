package org.giaoban.reporting;

import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.reporting.UnitGrid.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The grid of many units on screen. */
@Controller
class GridController {

    private final UnitGrid grid;

    GridController(UnitGrid grid) {
        this.grid = grid;
    }

    @GetMapping(GridView.HREF)
    @Requires(Capability.REPORT_ENTER)
    ModelAndView page(Query query) {
        return new ModelAndView("reporting/grid", "page", GridView.of(grid.sheet(query, UnitGrid.ROWS), query));
    }
}
