package org.giaoban.analysis;

import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Tables of units, periods and indicators, turned as one likes. */
@Controller
class PivotController {

    private final PivotPages pages;

    PivotController(PivotPages pages) {
        this.pages = pages;
    }

    @GetMapping("/analysis/{unitCode}/{period}/pivot")
    @Requires(Capability.FIGURES_READ)
    ModelAndView pivot(
            @PathVariable String unitCode,
            @PathVariable String period,
            @RequestParam MultiValueMap<String, String> typed) {
        return new ModelAndView("analysis/pivot", "page", page(unitCode, period, typed));
    }

    @GetMapping(value = "/analysis/{unitCode}/{period}/pivot", params = "format")
    @Requires(Capability.FIGURES_READ)
    ResponseEntity<byte[]> file(
            @PathVariable String unitCode,
            @PathVariable String period,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam String format) {
        return Tables.of(page(unitCode, period, typed)).as(format);
    }

    private PivotPage page(String unitCode, String period, MultiValueMap<String, String> typed) {
        return pages.of(unitCode, AnalysisController.period(period), PivotAsk.of(typed));
    }
}
