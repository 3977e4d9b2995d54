package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.meetings.ConclusionPages.Options;
import org.giaoban.platform.Flash;
import org.giaoban.tasks.DutyChoice;
import org.giaoban.tasks.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing conclusions: jotted down at once, or asked who, by when, measured how. */
@Controller
class ConclusionController {

    private final ConclusionPages pages;
    private final MeetingRun run;
    private final Flash flash;

    ConclusionController(ConclusionPages pages, MeetingRun run, Flash flash) {
        this.pages = pages;
        this.run = run;
        this.flash = flash;
    }

    /** The form with what can be chosen and what is still asked. */
    public record Page(
            MeetingPages.View view,
            Options options,
            ConclusionForm form,
            Map<String, String> errors,
            String action,
            String back) {

        /** Some of who, by when, measured how is still open. */
        boolean missing() {
            return Arrays.stream(Order.Gap.values()).anyMatch(gap -> errors.containsKey(gap.field()));
        }

        DutyChoice duty() {
            return new DutyChoice(
                    options.units(), options.posts(), options.people(), errors, form.typed(), form.chosen());
        }

        /** Whoever opened the whole form wants to give an order. */
        String kind() {
            return form.kind() == null || form.outcome() == OutcomeKind.DRAFT
                    ? OutcomeKind.TASK.name()
                    : form.outcome().name();
        }

        Map<String, String> kinds() {
            var kinds = new LinkedHashMap<String, String>();
            for (var one : OutcomeKind.values()) {
                kinds.put(one.name(), MeetingWords.kind(one));
            }
            return kinds;
        }
    }

    /** A button named "ask" opens the whole form instead of saving. */
    @PostMapping("/meetings/{id}/conclusions")
    @Requires(MEETING_RUN)
    ModelAndView add(
            @PathVariable UUID id,
            @ModelAttribute ConclusionForm form,
            @RequestParam(required = false) @Nullable String ask,
            @RequestParam(defaultValue = "false") boolean pocket) {
        if (ask != null && form.errors().isEmpty()) {
            return page(id, null, form, Map.of(), pocket);
        }
        return save(id, null, form, pocket);
    }

    @GetMapping("/meetings/{id}/conclusions/{conclusion}")
    @Requires(MEETING_RUN)
    ModelAndView edit(
            @PathVariable UUID id,
            @PathVariable UUID conclusion,
            @RequestParam(defaultValue = "false") boolean pocket) {
        var form = pages.form(new MeetingId(id), conclusion);
        return page(id, conclusion, form, Map.of(), pocket);
    }

    @PostMapping("/meetings/{id}/conclusions/{conclusion}")
    @Requires(MEETING_RUN)
    ModelAndView change(
            @PathVariable UUID id,
            @PathVariable UUID conclusion,
            @ModelAttribute ConclusionForm form,
            @RequestParam(defaultValue = "false") boolean pocket) {
        return save(id, conclusion, form, pocket);
    }

    /** Makes a task of a piece of information or the other way round; what a task still lacks is asked for. */
    @PostMapping("/meetings/{id}/conclusions/{conclusion}/convert")
    @Requires(MEETING_RUN)
    ModelAndView convert(
            @PathVariable UUID id,
            @PathVariable UUID conclusion,
            @RequestParam OutcomeKind kind,
            @RequestParam(defaultValue = "false") boolean pocket) {
        return save(id, conclusion, pages.form(new MeetingId(id), conclusion).as(kind), pocket);
    }

    @PostMapping("/meetings/{id}/conclusions/{conclusion}/drop")
    @Requires(MEETING_RUN)
    ModelAndView drop(
            @PathVariable UUID id,
            @PathVariable UUID conclusion,
            @RequestParam(defaultValue = "false") boolean pocket) {
        run.drop(new MeetingId(id), conclusion);
        flash.ok("meetings.flash.dropped");
        return new ModelAndView("redirect:" + back(id, pocket));
    }

    private ModelAndView save(UUID id, @Nullable UUID known, ConclusionForm form, boolean pocket) {
        var errors = form.errors();
        errors.putAll(pages.notOffered(pages.view(new MeetingId(id)), form));
        if (errors.isEmpty()) {
            for (var gap : run.conclude(new MeetingId(id), known, form.conclusion())) {
                errors.put(gap.field(), gap.question());
            }
        }
        if (errors.isEmpty()) {
            flash.ok("meetings.flash.concluded");
            var item = pocket ? "" : "?item=" + form.conclusion().item();
            return new ModelAndView("redirect:" + back(id, pocket) + item);
        }
        var page = page(id, known, form, errors, pocket);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            UUID id, @Nullable UUID known, ConclusionForm form, Map<String, String> errors, boolean pocket) {
        var action = "/meetings/" + id + "/conclusions" + (known == null ? "" : "/" + known);
        var view = pages.view(new MeetingId(id));
        return new ModelAndView(
                "meetings/conclusion",
                "page",
                new Page(view, pages.options(view), form, errors, action, back(id, pocket)));
    }

    private static String back(UUID id, boolean pocket) {
        return "/meetings/" + id + (pocket ? "/pocket?tab=conclusions" : "/run");
    }
}
