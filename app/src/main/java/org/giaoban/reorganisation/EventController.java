package org.giaoban.reorganisation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The events of a plan: chosen unit by unit, or pasted from a spreadsheet. */
@Controller
class EventController {

    private final Plans plans;
    private final EventPages pages;
    private final PlanPages planPages;
    private final Flash flash;

    EventController(Plans plans, EventPages pages, PlanPages planPages, Flash flash) {
        this.plans = plans;
        this.pages = pages;
        this.planPages = planPages;
        this.flash = flash;
    }

    /** The table as typed, with what is wrong with it. */
    public record PastePage(PlanHead head, String table, Map<String, String> errors) {}

    @GetMapping("/reorganisations/{plan}/events/new")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView blank(
            @PathVariable UUID plan,
            @RequestParam(defaultValue = "MERGE") EventKind kind,
            @RequestParam(defaultValue = "") String unit) {
        return page(new PlanId(plan), null, EventForm.blank(kind, unit), Map.of());
    }

    @PostMapping("/reorganisations/{plan}/events")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView add(
            @PathVariable UUID plan,
            @RequestParam(defaultValue = "MERGE") EventKind kind,
            @RequestParam MultiValueMap<String, String> typed) {
        return taken(new PlanId(plan), null, EventForm.of(kind, typed), typed);
    }

    @GetMapping("/reorganisations/{plan}/events/{event}")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView edit(@PathVariable UUID plan, @PathVariable UUID event) {
        var id = new PlanId(plan);
        return page(id, event, pages.form(id, event), Map.of());
    }

    @PostMapping("/reorganisations/{plan}/events/{event}")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView change(
            @PathVariable UUID plan, @PathVariable UUID event, @RequestParam MultiValueMap<String, String> typed) {
        var id = new PlanId(plan);
        return taken(id, event, EventForm.of(pages.form(id, event).kind(), typed), typed);
    }

    /** Looking for units shows the form again with what was found; only saving writes. */
    private ModelAndView taken(PlanId plan, @Nullable UUID event, EventForm form, MultiValueMap<String, String> typed) {
        var act = Objects.requireNonNullElse(typed.getFirst("do"), "save");
        if (act.equals("all")) {
            return page(plan, event, pages.all(plan, form), Map.of());
        }
        if (!act.equals("save")) {
            return page(plan, event, form, Map.of());
        }
        try {
            save(plan, event, form.event());
            return new ModelAndView("redirect:/reorganisations/" + plan);
        } catch (Refused refused) {
            return page(plan, event, form, Map.of("event", refused.text()));
        }
    }

    private void save(PlanId plan, @Nullable UUID event, NewEvent entered) {
        if (event == null) {
            plans.add(plan, entered);
            flash.ok("reorganisation.form.added");
        } else {
            plans.change(plan, event, entered);
            flash.ok("reorganisation.form.changed");
        }
    }

    private ModelAndView page(PlanId plan, @Nullable UUID event, EventForm form, Map<String, String> errors) {
        var view = new ModelAndView("reorganisation/event", "page", pages.page(plan, event, form, errors));
        view.setStatus(errors.isEmpty() ? null : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @PostMapping("/reorganisations/{plan}/events/{event}/remove")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView remove(@PathVariable UUID plan, @PathVariable UUID event) {
        var events = planPages.head(new PlanId(plan)).plan().events();
        try {
            // pressed twice, it is gone already
            if (events.stream().anyMatch(one -> one.id().equals(event))) {
                plans.remove(new PlanId(plan), event);
            }
            flash.ok("reorganisation.form.removed");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return new ModelAndView("redirect:/reorganisations/" + plan);
    }

    @GetMapping("/reorganisations/{plan}/paste")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView table(@PathVariable UUID plan) {
        return table(plan, "", Map.of());
    }

    @PostMapping("/reorganisations/{plan}/paste")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView paste(@PathVariable UUID plan, @RequestParam(defaultValue = "") String table) {
        try {
            var made = plans.paste(new PlanId(plan), table);
            flash.ok("reorganisation.form.pasted", made);
            return new ModelAndView("redirect:/reorganisations/" + plan);
        } catch (Refused refused) {
            var errors = new LinkedHashMap<String, String>();
            errors.put("table", refused.text());
            return table(plan, table, errors);
        }
    }

    private ModelAndView table(UUID plan, String table, Map<String, String> errors) {
        var page = new PastePage(planPages.head(new PlanId(plan)), table, errors);
        var view = new ModelAndView("reorganisation/paste", "page", page);
        view.setStatus(errors.isEmpty() ? null : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
