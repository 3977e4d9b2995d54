package org.giaoban.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.Audit;
import org.giaoban.identity.Accounts;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happens to a sent return, and what happened to it. */
@Controller
@RequestMapping("/returns/{unit}/{form}/{period}")
class DecisionController {

    private final Door door;
    private final Sending sending;
    private final ReturnDesk desk;
    private final Audit audit;
    private final Accounts accounts;
    private final ReturnPages pages;
    private final Flash flash;

    DecisionController(
            Door door,
            Sending sending,
            ReturnDesk desk,
            Audit audit,
            Accounts accounts,
            ReturnPages pages,
            Flash flash) {
        this.door = door;
        this.sending = sending;
        this.desk = desk;
        this.audit = audit;
        this.accounts = accounts;
        this.pages = pages;
        this.flash = flash;
    }

    @PostMapping("/accept")
    @Requires(Capability.REPORT_ACCEPT)
    ModelAndView accept(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "0") int version) {
        var key = door.readable(unit, form, period);
        return moved(key, "reporting.said.accepted", "", () -> sending.accept(key, version));
    }

    @PostMapping("/give-back")
    @Requires(Capability.REPORT_ACCEPT)
    ModelAndView giveBack(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String comment) {
        var key = door.readable(unit, form, period);
        return moved(key, "reporting.said.given-back", comment, () -> sending.giveBack(key, version, comment));
    }

    @PostMapping("/reopen")
    @Requires({Capability.REPORT_ENTER, Capability.REPORT_ACCEPT})
    ModelAndView reopen(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String comment) {
        var key = door.readable(unit, form, period);
        return moved(key, "reporting.said.reopened", comment, () -> sending.reopen(key, comment));
    }

    /** A refusal is told on the return's own page, where it can be answered, with the comment that was typed. */
    private ModelAndView moved(ReturnKey key, String said, String comment, Runnable move) {
        try {
            move.run();
            flash.ok(said);
            return new ModelAndView("redirect:" + key.href());
        } catch (Refused refused) {
            flash.refused(refused);
            return pages.undecided(desk.lay(key), comment);
        }
    }

    /** A version as it is listed. */
    public record VersionLine(
            int number,
            String how,
            String who,
            String when,
            String file,
            String href,
            List<FileOutcome.Difference> differences) {}

    /** The page of versions. */
    public record VersionsPage(String title, String unitName, String href, List<VersionLine> versions) {}

    @GetMapping("/versions")
    @Requires(Capability.REPORT_READ)
    ModelAndView versions(@PathVariable String unit, @PathVariable String form, @PathVariable String period) {
        var key = door.readable(unit, form, period);
        var steps = desk.steps(key);
        var names = accounts.names(
                steps.stream().map(step -> step.version().account()).distinct().toList());
        var lines = steps.stream()
                .map(step -> line(step, names.getOrDefault(step.version().account(), "")))
                .toList();
        return view(
                "reporting/versions",
                key,
                "page",
                new VersionsPage(PeriodName.title(key.period()), key.unit().name(), key.href() + "/versions", lines));
    }

    private static VersionLine line(ReturnDesk.Step step, String who) {
        var version = step.version();
        return new VersionLine(
                version.number(),
                Texts.text("reporting.origin." + version.origin()),
                who,
                Formats.dateTime(version.savedAt()),
                version.fileName() == null ? "" : version.fileName(),
                version.file() == null ? "" : "/files/" + version.file(),
                step.differences());
    }

    /** The page of the history. */
    public record HistoryPage(String title, String unitName, String href, List<org.giaoban.audit.AuditEntry> entries) {}

    @GetMapping("/history")
    @Requires(Capability.REPORT_READ)
    ModelAndView history(@PathVariable String unit, @PathVariable String form, @PathVariable String period) {
        var key = door.readable(unit, form, period);
        var entries =
                desk.lay(key).row().map(row -> audit.history(row.id().ref())).orElse(List.of());
        return view(
                "reporting/history",
                key,
                "page",
                new HistoryPage(PeriodName.title(key.period()), key.unit().name(), key.href() + "/history", entries));
    }

    private static ModelAndView view(String view, ReturnKey key, String name, Object page) {
        var model = new LinkedHashMap<String, Object>(Map.of(name, page));
        model.put("tabs", ReturnPages.tabs(key));
        return new ModelAndView(view, model);
    }
}
