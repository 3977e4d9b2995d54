package org.giaoban.reorganisation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The plans: their list, drafting one, its page, dropping it. */
@Controller
class PlanController {

    private final Plans plans;
    private final PlanPages pages;
    private final Flash flash;

    PlanController(Plans plans, PlanPages pages, Flash flash) {
        this.plans = plans;
        this.pages = pages;
        this.flash = flash;
    }

    /** The form of a plan's terms; no head while the plan is new. */
    public record TermsPage(@Nullable PlanHead head, PlanForm form, int version, Map<String, String> errors) {}

    @GetMapping("/reorganisations")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView list(
            @RequestParam(required = false) @Nullable PlanState state,
            @RequestParam(required = false) @Nullable String after) {
        return new ModelAndView("reorganisation/list", "page", pages.list(state, after));
    }

    @GetMapping("/reorganisations/export")
    @Requires(Capability.ORGANIZATION_EDIT)
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable PlanState state,
            @RequestParam(defaultValue = "xlsx") String format) {
        return pages.file(state, format);
    }

    @GetMapping("/reorganisations/new")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView blank() {
        return terms(null, new PlanForm("", "", "", ""), 0, Map.of());
    }

    @PostMapping("/reorganisations")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView draft(@ModelAttribute PlanForm form) {
        var errors = form.errors();
        if (errors.isEmpty()) {
            try {
                var id = plans.draft(form.terms());
                flash.ok("reorganisation.form.drafted");
                return new ModelAndView("redirect:/reorganisations/" + id);
            } catch (Refused refused) {
                errors.put("title", refused.text());
            }
        }
        return terms(null, form.tidy(), 0, errors);
    }

    @GetMapping("/reorganisations/{plan}")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView show(@PathVariable UUID plan, @RequestParam(defaultValue = "") String tab) {
        return new ModelAndView("reorganisation/plan", "page", pages.page(new PlanId(plan), tab.equals("history")));
    }

    @GetMapping("/reorganisations/{plan}/edit")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView edit(@PathVariable UUID plan) {
        var head = pages.head(new PlanId(plan));
        return terms(head, PlanForm.of(head.plan().terms()), head.plan().version(), Map.of());
    }

    @PostMapping("/reorganisations/{plan}/edit")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView revise(
            @PathVariable UUID plan, @RequestParam(defaultValue = "0") int version, @ModelAttribute PlanForm form) {
        var head = pages.head(new PlanId(plan));
        var errors = form.errors();
        if (errors.isEmpty()) {
            try {
                plans.revise(head.plan().id(), version, form.terms());
                flash.ok("reorganisation.form.revised");
                return new ModelAndView("redirect:" + head.href());
            } catch (Refused refused) {
                errors.put("title", refused.text());
            }
        }
        return terms(head, form.tidy(), version, errors);
    }

    private static ModelAndView terms(@Nullable PlanHead head, PlanForm form, int version, Map<String, String> errors) {
        var page = new TermsPage(head, form, version, new LinkedHashMap<>(errors));
        var view = new ModelAndView("reorganisation/terms", "page", page);
        view.setStatus(errors.isEmpty() ? null : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @GetMapping("/reorganisations/{plan}/discard")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView mayDiscard(@PathVariable UUID plan) {
        return new ModelAndView("reorganisation/discard", "page", pages.head(new PlanId(plan)));
    }

    @PostMapping("/reorganisations/{plan}/discard")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView discard(@PathVariable UUID plan) {
        var head = pages.head(new PlanId(plan));
        try {
            plans.discard(head.plan().id());
            flash.ok(
                    "reorganisation.form.discarded",
                    head.title(),
                    Formats.date(head.plan().day()));
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return new ModelAndView("redirect:/reorganisations");
    }
}
