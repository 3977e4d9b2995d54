package org.giaoban.reorganisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Carrying a plan out, after its counts were confirmed, and undoing it. */
@Controller
class ExecutionController {

    static final int REASON = 500;

    private final RehearsalPages rehearsals;
    private final PlanPages pages;
    private final Runs runs;
    private final Undo undo;
    private final Flash flash;

    ExecutionController(RehearsalPages rehearsals, PlanPages pages, Runs runs, Undo undo, Flash flash) {
        this.rehearsals = rehearsals;
        this.pages = pages;
        this.runs = runs;
        this.undo = undo;
        this.flash = flash;
    }

    /** How far an execution got. */
    public record ProgressPage(PlanHead head, List<String> steps) {}

    /** The form that asks why a plan is undone, or the reasons why it cannot be. */
    public record UndoPage(PlanHead head, String reason, Map<String, String> errors, List<String> against) {}

    @GetMapping("/reorganisations/{plan}/execute")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView confirm(@PathVariable UUID plan) {
        var page = rehearsals.page(new PlanId(plan));
        if (!page.executable()) {
            flash.warn("reorganisation.execute.not-yet", page.open());
            return rehearsal(plan);
        }
        return new ModelAndView("reorganisation/execute", "page", page);
    }

    @PostMapping("/reorganisations/{plan}/execute")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView execute(@PathVariable UUID plan, @RequestParam(defaultValue = "0") int version) {
        runs.start(pages.head(new PlanId(plan)).plan().id(), version);
        return new ModelAndView("redirect:/reorganisations/" + plan + "/progress");
    }

    /** While it runs: how far it got. Afterwards: the plan, or back to the rehearsal with the reason. */
    @GetMapping("/reorganisations/{plan}/progress")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView progress(@PathVariable UUID plan) {
        var id = new PlanId(plan);
        var head = pages.head(id);
        var run = runs.of(id).orElse(null);
        if (run != null && run.running()) {
            return new ModelAndView("reorganisation/progress", "page", new ProgressPage(head, run.steps()));
        }
        runs.forget(id);
        var refused = run == null ? null : run.refused();
        if (refused != null) {
            flash.refused(refused);
            return rehearsal(plan);
        }
        if (run != null) {
            flash.ok("reorganisation.execute.done", head.title());
        }
        return new ModelAndView("redirect:" + head.href());
    }

    private static ModelAndView rehearsal(UUID plan) {
        return new ModelAndView("redirect:/reorganisations/" + plan + "/rehearsal");
    }

    @GetMapping("/reorganisations/{plan}/undo")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView mayUndo(@PathVariable UUID plan) {
        return undo(new UndoPage(pages.head(new PlanId(plan)), "", Map.of(), List.of()));
    }

    @PostMapping("/reorganisations/{plan}/undo")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView undo(@PathVariable UUID plan, @RequestParam(defaultValue = "") String reason) {
        var head = pages.head(new PlanId(plan));
        var errors = new LinkedHashMap<String, String>();
        if (reason.isBlank() || reason.strip().length() > REASON) {
            errors.put("reason", Texts.text("reorganisation.undo.reason-wrong", REASON));
            return undo(new UndoPage(head, reason, errors, List.of()));
        }
        try {
            undo.undo(head.plan().id(), reason.strip());
            flash.ok("reorganisation.undo.done", head.title());
            return new ModelAndView("redirect:" + head.href());
        } catch (UndoRefused refused) {
            return undo(new UndoPage(head, reason, Map.of(), refused.reasons()));
        } catch (Refused refused) {
            return undo(new UndoPage(head, reason, Map.of(), List.of(refused.text())));
        }
    }

    private static ModelAndView undo(UndoPage page) {
        var view = new ModelAndView("reorganisation/undo", "page", page);
        view.setStatus(page.errors().isEmpty() && page.against().isEmpty() ? null : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
