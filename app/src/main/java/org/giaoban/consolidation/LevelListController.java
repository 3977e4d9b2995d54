package org.giaoban.consolidation;

import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.consolidation.LevelLists.ListPage;
import org.giaoban.indicators.PrintedFigures;
import org.giaoban.indicators.PrintedFigures.Changed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The levels' reports of a period, and the texts that print figures which have changed since. */
@Controller
class LevelListController {

    private final Targeting targeting;
    private final LevelLists lists;
    private final ChangedLists words;
    private final PrintedFigures printed;

    LevelListController(Targeting targeting, LevelLists lists, ChangedLists words, PrintedFigures printed) {
        this.targeting = targeting;
        this.lists = lists;
        this.words = words;
        this.printed = printed;
    }

    @GetMapping("/consolidated")
    @Requires(Capability.REPORT_READ)
    ModelAndView list(@RequestParam @Nullable String period, @RequestParam @Nullable String unit) {
        ListPage page = lists.page(period, unit);
        return new ModelAndView("consolidation/list", "page", page);
    }

    /** Without a form: the only report of the level, or the list of those it has. */
    @GetMapping("/consolidated/{unit}/{period}")
    @Requires(Capability.REPORT_READ)
    String level(@PathVariable String unit, @PathVariable String period) {
        var all = targeting.all(unit, period);
        return "redirect:"
                + (all.size() == 1 ? all.getFirst().href() : "/consolidated?period=" + period + "&unit=" + unit);
    }

    @GetMapping("/changed-figures")
    @Requires(Capability.FIGURES_READ)
    ModelAndView changed() {
        List<Changed> changed = printed.changed();
        return new ModelAndView(
                "consolidation/changed",
                Map.of("changed", changed, "names", lists.names(changed), "words", words.all()));
    }
}
