package org.giaoban.analysis;

import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.Period;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One indicator through time, and all figures of the units below side by side. */
@Controller
class AnalysisController {

    private final Standpoints standpoints;
    private final OnePages ones;
    private final HeatPages heats;

    AnalysisController(Standpoints standpoints, OnePages ones, HeatPages heats) {
        this.standpoints = standpoints;
        this.ones = ones;
        this.heats = heats;
    }

    @GetMapping("/analysis")
    @Requires(Capability.FIGURES_READ)
    String start() {
        return "redirect:" + standpoints.start();
    }

    @GetMapping("/analysis/{unitCode}/{indicator}/{period}")
    @Requires(Capability.FIGURES_READ)
    ModelAndView one(
            @PathVariable String unitCode,
            @PathVariable String indicator,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String tree) {
        return new ModelAndView("analysis/one", "page", ones.of(unitCode, indicator, period(period), by, tree));
    }

    @GetMapping(value = "/analysis/{unitCode}/{indicator}/{period}", params = "format")
    @Requires(Capability.FIGURES_READ)
    ResponseEntity<byte[]> oneAsFile(
            @PathVariable String unitCode,
            @PathVariable String indicator,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String tree,
            @RequestParam String format) {
        return Tables.of(ones.of(unitCode, indicator, period(period), by, tree)).as(format);
    }

    @GetMapping("/analysis/{unitCode}/{period}")
    @Requires(Capability.FIGURES_READ)
    ModelAndView heat(@PathVariable String unitCode, @PathVariable String period, HeatAsk ask) {
        return new ModelAndView("analysis/heat", "page", heats.of(unitCode, period(period), ask));
    }

    @GetMapping(value = "/analysis/{unitCode}/{period}", params = "format")
    @Requires(Capability.FIGURES_READ)
    ResponseEntity<byte[]> heatAsFile(
            @PathVariable String unitCode, @PathVariable String period, HeatAsk ask, @RequestParam String format) {
        return Tables.of(heats.of(unitCode, period(period), ask)).as(format);
    }

    static Period period(String code) {
        try {
            return Period.parse(code);
        } catch (IllegalArgumentException notAPeriod) {
            throw new NotFound(code);
        }
    }
}
