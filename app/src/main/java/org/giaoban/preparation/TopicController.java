package org.giaoban.preparation;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.files.StoredFile;
import org.giaoban.files.Upload;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.MeetingHead;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingWords;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.preparation.Topic.State;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What units propose for the agenda, and what waits for a later meeting. */
@Controller
class TopicController {

    private final TopicDesk desk;
    private final Topics topics;
    private final Flash flash;

    TopicController(TopicDesk desk, Topics topics, Flash flash) {
        this.desk = desk;
        this.topics = topics;
        this.flash = flash;
    }

    /** What the page shows. */
    public record Page(
            MeetingHead head,
            List<Topic> proposed,
            List<Topic> backlog,
            Map<UUID, List<StoredFile>> papers,
            List<AgendaItem> items,
            Map<String, String> units,
            Map<String, String> fromNames,
            String until,
            boolean open,
            TopicForm form,
            Map<String, String> errors) {

        String base() {
            return head.line().id().href();
        }

        Map<String, String> itemKinds() {
            return MeetingWords.itemKinds();
        }

        Map<String, String> choices() {
            var choices = new LinkedHashMap<String, String>();
            items.forEach(item -> choices.put(item.id().toString(), item.position() + ". " + item.title()));
            return choices;
        }

        /** Whether the viewer may still change or take back what their unit proposed. */
        boolean mine(Topic topic) {
            var unit = topic.origin().unit();
            return open && topic.state() == State.PROPOSED && unit != null && units.containsKey(unit.toString());
        }

        List<StoredFile> papers(Topic topic) {
            return papers.getOrDefault(topic.id(), List.of());
        }

        String from(Topic topic) {
            var unit = topic.origin().unit();
            return unit == null ? topic.origin().name() : fromNames.getOrDefault(unit.toString(), "");
        }
    }

    @GetMapping("/meetings/{id}/topics")
    @ForSignedIn
    ModelAndView show(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID edit) {
        return edit == null
                ? page(new MeetingId(id), TopicForm.EMPTY, Map.of())
                : new ModelAndView("preparation/topics", "page", desk.editing(new MeetingId(id), edit));
    }

    @PostMapping("/meetings/{id}/topics")
    @ForSignedIn
    ModelAndView propose(
            @PathVariable UUID id,
            @ModelAttribute TopicForm form,
            @RequestParam(required = false) @Nullable MultipartFile paper) {
        var meeting = new MeetingId(id);
        desk.demandReadable(meeting);
        var attached = paper != null && !paper.isEmpty();
        var errors = form.errors(attached);
        if (!errors.isEmpty() || paper == null) {
            var again = page(meeting, form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        desk.propose(meeting, form, upload(paper));
        flash.ok("preparation.flash.proposed");
        return back(meeting);
    }

    /** Without a new paper the one that was sent stays. */
    @PostMapping("/meetings/{id}/topics/change")
    @ForSignedIn
    ModelAndView change(
            @PathVariable UUID id,
            @ModelAttribute TopicForm form,
            @RequestParam(required = false) @Nullable MultipartFile paper) {
        var meeting = new MeetingId(id);
        desk.demandReadable(meeting);
        var errors = form.errors(true);
        if (!errors.isEmpty() || !form.changes()) {
            var again = page(meeting, form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        desk.change(meeting, form, paper == null || paper.isEmpty() ? null : upload(paper));
        flash.ok("preparation.flash.changed");
        return back(meeting);
    }

    @PostMapping("/meetings/{id}/topics/withdraw")
    @ForSignedIn
    ModelAndView withdraw(@PathVariable UUID id, @RequestParam UUID topic) {
        desk.withdraw(new MeetingId(id), topic);
        flash.ok("preparation.flash.withdrawn");
        return back(new MeetingId(id));
    }

    @PostMapping("/meetings/{id}/topics/accept")
    @Requires(MEETING_RUN)
    ModelAndView accept(@PathVariable UUID id, @RequestParam UUID topic) {
        topics.accept(new MeetingId(id), topic);
        flash.ok("preparation.flash.accepted");
        return back(new MeetingId(id));
    }

    @PostMapping("/meetings/{id}/topics/decide")
    @Requires(MEETING_RUN)
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam UUID topic,
            @RequestParam State state,
            @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank() || state != State.RETURNED && state != State.DEFERRED) {
            topics.demandRuns(new MeetingId(id));
            flash.warn("preparation.flash.reason");
        } else {
            topics.decide(new MeetingId(id), topic, state, reason.strip());
            flash.ok("preparation.flash.decided");
        }
        return back(new MeetingId(id));
    }

    /** Onto the next meeting's agenda, or kept until there is one. */
    @PostMapping("/meetings/{id}/carry")
    @Requires(MEETING_RUN)
    ModelAndView carry(
            @PathVariable UUID id, @RequestParam UUID item, @RequestParam(defaultValue = "false") boolean move) {
        var placed = topics.carry(new MeetingId(id), item, move, desk.carriedReason());
        flash.ok(placed ? "preparation.flash.carried" : "preparation.flash.kept");
        return back(new MeetingId(id));
    }

    private ModelAndView page(MeetingId meeting, TopicForm form, Map<String, String> errors) {
        return new ModelAndView("preparation/topics", "page", desk.page(meeting, form, errors));
    }

    private static ModelAndView back(MeetingId meeting) {
        return new ModelAndView("redirect:" + meeting.href() + "/topics");
    }

    static Upload upload(MultipartFile file) {
        try {
            var name = file.getOriginalFilename();
            return new Upload(name == null ? "" : name, file.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
