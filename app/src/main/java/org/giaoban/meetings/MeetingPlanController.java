package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Planning a meeting and changing its plan. */
@Controller
class MeetingPlanController {

    private final PlanOptions options;
    private final MeetingPlanning planning;
    private final MeetingPages pages;
    private final Flash flash;

    MeetingPlanController(PlanOptions options, MeetingPlanning planning, MeetingPages pages, Flash flash) {
        this.options = options;
        this.planning = planning;
        this.pages = pages;
        this.flash = flash;
    }

    /** The form with what can be chosen; {@code action} is where it is sent. */
    public record Page(
            PlanForm form,
            Map<String, String> kinds,
            Map<String, String> units,
            Map<String, String> chairs,
            List<Unit> invitable,
            Set<UnitId> proposed,
            Map<String, String> errors,
            String action) {

        boolean fresh() {
            return action.equals("/meetings");
        }

        boolean invited(Unit unit) {
            return form.invited() == null
                    ? proposed.contains(unit.id())
                    : form.invited().contains(unit.id().toString());
        }

        Map<String, String> summary() {
            return new LinkedHashMap<>(errors);
        }
    }

    /** Starts with what is known: the unit, the kind and the period of the board it was opened from. */
    @GetMapping("/meetings/new")
    @Requires(MEETING_RUN)
    ModelAndView fresh(@ModelAttribute PlanForm form) {
        return new ModelAndView("meetings/plan", "page", options.fresh(form));
    }

    @PostMapping("/meetings")
    @Requires(MEETING_RUN)
    ModelAndView plan(@ModelAttribute PlanForm form) {
        var errors = form.errors();
        var unit = form.unitId();
        var kind = options.kind(form);
        if (unit.isEmpty() || kind.isEmpty()) {
            errors.put("unit", Texts.text("meetings.error.unit"));
        }
        if (!errors.isEmpty()) {
            return refused(options.again(form, "/meetings", errors));
        }
        var id = planning.plan(unit.orElseThrow(), form.plan(kind.orElseThrow(), null), form.invitedUnits());
        flash.ok("meetings.flash.planned");
        return new ModelAndView("redirect:" + id.href());
    }

    @GetMapping("/meetings/{id}/edit")
    @Requires(MEETING_RUN)
    ModelAndView edit(@PathVariable UUID id) {
        var meeting = pages.runView(new MeetingId(id)).meeting();
        var form = PlanForm.of(meeting.unit(), meeting.plan());
        return new ModelAndView("meetings/plan", "page", options.again(form, action(id), Map.of()));
    }

    @PostMapping("/meetings/{id}/edit")
    @Requires(MEETING_RUN)
    ModelAndView change(@PathVariable UUID id, @ModelAttribute PlanForm form) {
        var meeting = pages.runView(new MeetingId(id)).meeting();
        var errors = form.errors();
        if (!errors.isEmpty()) {
            return refused(options.again(form, action(id), errors));
        }
        planning.change(
                meeting.id(),
                form.plan(options.kindOf(meeting), meeting.plan().way().occurrence()));
        flash.ok("meetings.flash.changed");
        return new ModelAndView("redirect:" + meeting.id().href());
    }

    @PostMapping("/meetings/{id}/cancel")
    @Requires(MEETING_RUN)
    ModelAndView cancel(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        var meeting = pages.runView(new MeetingId(id)).meeting();
        if (reason.isBlank() && meeting.state() == MeetingState.PLANNED) {
            flash.warn("meetings.flash.cancel-reason");
            return new ModelAndView("redirect:" + meeting.id().href());
        }
        planning.cancel(meeting.id(), reason.strip());
        flash.ok("meetings.flash.cancelled");
        return new ModelAndView("redirect:/meetings");
    }

    /** The next meeting of the series: the one that is there, else a new draft. */
    @PostMapping("/meetings/{id}/next")
    @Requires(MEETING_RUN)
    ModelAndView next(@PathVariable UUID id) {
        return new ModelAndView("redirect:"
                + options.next(pages.runView(new MeetingId(id)).meeting()).href());
    }

    private static String action(UUID id) {
        return "/meetings/" + id + "/edit";
    }

    private static ModelAndView refused(Page page) {
        var view = new ModelAndView("meetings/plan", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
