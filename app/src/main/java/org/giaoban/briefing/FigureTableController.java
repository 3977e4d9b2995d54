package org.giaoban.briefing;

import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.Indicators;
import org.giaoban.organization.TreeView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The full table behind a board, on screen and as files. */
@Controller
class FigureTableController {

    private final Boards boards;
    private final Indicators indicators;
    private final SealedBeside sealed;

    FigureTableController(Boards boards, Indicators indicators, SealedBeside sealed) {
        this.boards = boards;
        this.indicators = indicators;
        this.sealed = sealed;
    }

    @ModelAttribute("filter")
    FigureTable.Filter filter(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String sort) {
        return new FigureTable.Filter(q.strip(), group, standing, sort);
    }

    @Requires(Capability.FIGURES_READ)
    @GetMapping("/board/{unit}/{period}/figures")
    Object figures(
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(defaultValue = "year") String span,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(required = false) @Nullable String tree,
            @ModelAttribute("filter") FigureTable.Filter filter) {
        var occasion = boards.occasion(unit, period, Span.of(span), TreeView.of(tree));
        var table = new FigureTable(occasion, filter, boards.table(occasion), indicators.groups());
        if (!format.isEmpty()) {
            return table.as(format);
        }
        var page = new ModelAndView("briefing/figures", "page", FiguresPage.of(table));
        sealed.table(table).ifPresent(differing -> page.addObject("sealed", differing));
        return page;
    }
}
