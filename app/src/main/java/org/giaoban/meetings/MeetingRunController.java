package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.access.Requires;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The meeting while it runs: the roll, the notes, the conclusions; on a desk or in the pocket. */
@Controller
class MeetingRunController {

    private static final String HTMX = "HX-Request";

    private final MeetingPages pages;
    private final RunPages runs;
    private final MeetingRun run;
    private final Flash flash;

    MeetingRunController(MeetingPages pages, RunPages runs, MeetingRun run, Flash flash) {
        this.pages = pages;
        this.runs = runs;
        this.run = run;
        this.flash = flash;
    }

    /** What the run page shows; {@code pocket} says which of the two frames asked. */
    public record Page(
            MeetingPages.View view,
            Map<UUID, List<Conclusion>> conclusions,
            Map<UUID, List<AgendaRepository.Variant>> variants,
            ConclusionWords words,
            String tab,
            boolean pocket) {

        List<Conclusion> under(AgendaItem item) {
            return conclusions.getOrDefault(item.id(), List.of());
        }

        List<AgendaRepository.Variant> aside(AgendaItem item) {
            return variants.getOrDefault(item.id(), List.of());
        }

        /** Conclusions the meeting cannot be closed with. */
        List<Conclusion> incomplete() {
            return all().filter(one -> !words.settled(one)).toList();
        }

        List<Conclusion> orders() {
            return all().filter(one -> one.kind() == OutcomeKind.TASK).toList();
        }

        List<Conclusion> others() {
            return all().filter(one -> one.kind() != OutcomeKind.TASK).toList();
        }

        private Stream<Conclusion> all() {
            return conclusions.values().stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingInt(Conclusion::position));
        }

        String base() {
            return view.meeting().id().href();
        }

        Map<String, String> tabs() {
            var tabs = new LinkedHashMap<String, String>();
            for (var name : List.of("roll", "agenda", "conclusions")) {
                tabs.put(base() + "/pocket?tab=" + name, Texts.text("meetings.pocket." + name));
            }
            return tabs;
        }
    }

    /** Where notes are, after they were sent. */
    public record NotesPage(UUID item, int version, MeetingRun.Saved saved, String at) {}

    @GetMapping("/meetings/{id}/run")
    @Requires(MEETING_RUN)
    ModelAndView show(@PathVariable UUID id) {
        var view = pages.runView(new MeetingId(id));
        if (view.meeting().state() != MeetingState.RUNNING) {
            return new ModelAndView("redirect:" + view.meeting().id().href());
        }
        return new ModelAndView("meetings/run", "page", runs.page(view, "", false));
    }

    @GetMapping("/meetings/{id}/pocket")
    @Requires(MEETING_RUN)
    ModelAndView pocket(@PathVariable UUID id, @RequestParam(defaultValue = "roll") String tab) {
        var view = pages.runView(new MeetingId(id));
        if (view.meeting().state() != MeetingState.RUNNING) {
            return new ModelAndView("redirect:" + view.meeting().id().href());
        }
        return new ModelAndView("meetings/pocket", "page", runs.page(view, tab, true));
    }

    @PostMapping("/meetings/{id}/presence")
    @Requires(MEETING_RUN)
    ModelAndView mark(
            @PathVariable UUID id,
            @RequestParam UUID attendee,
            @RequestParam Presence presence,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean pocket,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean htmx) {
        if (presence == Presence.EXCUSED && reason.isBlank()) {
            pages.runView(new MeetingId(id));
            flash.warn("meetings.flash.excuse-reason");
            return roll(id, pocket, htmx);
        }
        run.mark(new MeetingId(id), attendee, presence, reason.strip());
        return roll(id, pocket, htmx);
    }

    @PostMapping("/meetings/{id}/presence/rest")
    @Requires(MEETING_RUN)
    ModelAndView rest(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean pocket,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean htmx) {
        run.markRestPresent(new MeetingId(id));
        return roll(id, pocket, htmx);
    }

    private ModelAndView roll(UUID id, boolean pocket, boolean htmx) {
        var meeting = new MeetingId(id);
        if (!htmx) {
            return new ModelAndView("redirect:" + meeting.href() + (pocket ? "/pocket" : "/run#roll"));
        }
        return new ModelAndView("meetings/roll", "page", runs.page(pages.runView(meeting), "roll", pocket));
    }

    @PostMapping("/meetings/{id}/items/{item}/notes")
    @Requires(MEETING_RUN)
    ModelAndView notes(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean htmx) {
        var saved = run.write(new MeetingId(id), item, new AgendaItem.Notes(text, version));
        if (htmx) {
            return new ModelAndView("meetings/saved", "page", runs.saved(item, version, saved));
        }
        if (saved instanceof MeetingRun.Saved.Aside) {
            flash.warn("meetings.flash.notes-aside");
        } else {
            flash.ok("meetings.flash.notes");
        }
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/run#item-" + item);
    }

    @PostMapping("/meetings/{id}/items/{item}/merge")
    @Requires(MEETING_RUN)
    ModelAndView merge(@PathVariable UUID id, @PathVariable UUID item) {
        run.merge(new MeetingId(id), item);
        flash.ok("meetings.flash.merged");
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/run#item-" + item);
    }
}
