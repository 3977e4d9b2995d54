package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.CountSource;
import org.giaoban.platform.Flash;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the system has counted for one indicator of a return: the rows behind it, and taking it over. */
@Controller
@RequestMapping("/returns/{unit}/{form}/{period}/counted/{indicator}")
class PrefillController {

    private final Door door;
    private final Prefills prefills;
    private final Typing typing;
    private final TypedChanges changes;
    private final Flash flash;

    PrefillController(Door door, Prefills prefills, Typing typing, TypedChanges changes, Flash flash) {
        this.door = door;
        this.prefills = prefills;
        this.typing = typing;
        this.changes = changes;
        this.flash = flash;
    }

    /** The page of a count. */
    public record Page(
            String href, String title, String unitName, String said, String number, List<CountSource.Counted> rows) {}

    @GetMapping
    @Requires(Capability.REPORT_READ)
    ModelAndView rows(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @PathVariable String indicator) {
        var key = door.readable(unit, form, period);
        var behind = prefills.behind(key, indicator).orElseThrow(() -> new NotFound(indicator));
        var page = new Page(
                key.href(),
                PeriodName.title(key.period()),
                key.unit().name(),
                Texts.text(behind.count().source()),
                behind.count().typed(),
                behind.rows());
        return new ModelAndView("reporting/counted", "page", page);
    }

    /** Keeps the form as it was posted, and puts the count into its cell unless somebody has typed there. */
    @PostMapping
    @Requires(Capability.REPORT_ENTER)
    String take(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @PathVariable String indicator,
            @RequestParam Map<String, String> parameters) {
        var key = door.writable(unit, form, period);
        var count = prefills.of(key).get(indicator);
        if (count == null) {
            throw new NotFound(indicator);
        }
        var opened = changes.opened(parameters.get("opened"));
        if (opened != null) {
            typing.form(key, opened, Fields.of(parameters));
        }
        if (typing.counted(key, indicator, count)) {
            flash.ok("reporting.counted.taken", count.typed());
        } else {
            flash.warn("reporting.counted.typed");
        }
        return "redirect:" + key.href() + "#" + indicator;
    }
}
