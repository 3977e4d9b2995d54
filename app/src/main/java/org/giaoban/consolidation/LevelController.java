package org.giaoban.consolidation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.consolidation.Consolidating.Seen;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.reporting.EarlierRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a level's consolidated report, and everything that is done on it. */
@Controller
@RequestMapping("/consolidated/{unit}/{form}/{period}")
class LevelController {

    private final Targeting targeting;
    private final LevelPages pages;
    private final LevelFiles files;
    private final Consolidating consolidating;
    private final EarlierRequests earlier;
    private final Flash flash;

    LevelController(
            Targeting targeting,
            LevelPages pages,
            LevelFiles files,
            Consolidating consolidating,
            EarlierRequests earlier,
            Flash flash) {
        this.targeting = targeting;
        this.pages = pages;
        this.files = files;
        this.consolidating = consolidating;
        this.earlier = earlier;
        this.flash = flash;
    }

    @GetMapping
    @Requires(Capability.REPORT_READ)
    ModelAndView page(@PathVariable String unit, @PathVariable String form, @PathVariable String period) {
        return view(targeting.of(unit, form, period), Map.of(), "", null);
    }

    /** The report as a file. */
    @GetMapping("/export")
    @Requires(Capability.REPORT_READ)
    ResponseEntity<byte[]> export(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "xlsx") String format) {
        return files.of(pages.of(targeting.of(unit, form, period), Map.of()), format);
    }

    private ModelAndView view(Target target, Map<String, String> typed, String note, @Nullable String refused) {
        var model = new LinkedHashMap<String, Object>();
        model.put("page", pages.of(target, typed));
        model.put("note", note);
        if (refused != null) {
            model.put("refused", refused);
        }
        earlier.before(target.unit().id(), target.period().previous(), target.period())
                .ifPresent(summary -> model.put("earlier", summary));
        return new ModelAndView("consolidation/report", model);
    }

    /** Keeps the words, or freezes the report as it now is and sends it up. */
    @PostMapping
    @Requires(Capability.REPORT_ENTER)
    ModelAndView save(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> parameters) {
        var target = targeting.of(unit, form, period);
        var typed = LevelPages.typed(target, parameters);
        boolean send = "send".equals(parameters.get("do"));
        return done(target, send ? "sent" : "kept", typed, "", () -> {
            if (typed.values().stream()
                    .anyMatch(text -> text.length() > Consolidating.LONGEST_TEXT || text.indexOf('\0') >= 0)) {
                throw new Refused("consolidation.refused.long");
            }
            if (send) {
                consolidating.send(target, typed, version);
            } else {
                consolidating.keep(target, typed);
            }
        });
    }

    /** Of the chosen differences: taken into a new version, or refused with a reason. */
    @PostMapping("/differences")
    @Requires(Capability.REPORT_ENTER)
    ModelAndView decide(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "") List<String> indicator,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(name = "do", defaultValue = "") String wish) {
        var target = targeting.of(unit, form, period);
        var shown = new Seen(version, seen);
        return switch (wish) {
            case "refuse" ->
                done(target, "refused", Map.of(), note, () -> consolidating.refuse(target, indicator, shown, note));
            case "settle" -> done(target, "settled", Map.of(), note, () -> consolidating.settle(target, shown));
            default ->
                done(target, "taken-in", Map.of(), note, () -> consolidating.takeIn(target, indicator, shown, note));
        };
    }

    @PostMapping("/accept")
    @Requires(Capability.REPORT_ACCEPT)
    ModelAndView accept(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "0") int version) {
        var target = targeting.of(unit, form, period);
        return done(target, "accepted", Map.of(), "", () -> consolidating.accept(target, version));
    }

    @PostMapping("/give-back")
    @Requires(Capability.REPORT_ACCEPT)
    ModelAndView giveBack(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String comment) {
        var target = targeting.of(unit, form, period);
        return done(target, "returned", Map.of(), comment, () -> consolidating.giveBack(target, version, comment));
    }

    @PostMapping("/reopen")
    @Requires({Capability.REPORT_ENTER, Capability.REPORT_ACCEPT})
    ModelAndView reopen(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String comment) {
        var target = targeting.of(unit, form, period);
        return done(target, "reopened", Map.of(), comment, () -> consolidating.reopen(target, comment));
    }

    /** A refusal comes back on the same page with what was typed. */
    private ModelAndView done(Target target, String said, Map<String, String> typed, String note, Runnable deed) {
        try {
            deed.run();
            flash.ok("consolidation.said." + said);
            return new ModelAndView("redirect:" + target.href());
        } catch (Refused refused) {
            var view = view(target, typed, note, refused.text());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }
}
