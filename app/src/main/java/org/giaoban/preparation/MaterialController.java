package org.giaoban.preparation;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Requires;
import org.giaoban.kernel.PersonId;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingHead;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingWords;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.Reach;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The papers of a meeting. */
@Controller
class MaterialController {

    private final Materials materials;
    private final Meetings meetings;
    private final Flash flash;

    MaterialController(Materials materials, Meetings meetings, Flash flash) {
        this.materials = materials;
        this.meetings = meetings;
        this.flash = flash;
    }

    /** What the page shows. */
    public record Page(
            MeetingHead head,
            List<Materials.Shown> papers,
            List<Attendee> invited,
            String title,
            Map<String, String> errors) {

        String base() {
            return head.line().id().href();
        }

        Map<String, String> reaches() {
            return MeetingWords.reaches();
        }

        /** Those a restricted paper can be for, by id. */
        Map<String, String> readers() {
            var readers = new LinkedHashMap<String, String>();
            invited.stream()
                    .filter(one -> one.person() != null)
                    .forEach(one -> readers.put(one.person().value().toString(), one.name() + ", " + one.title()));
            return readers;
        }

        String reach(Materials.Shown paper) {
            return MeetingWords.reach(paper.material().reach());
        }
    }

    @GetMapping("/meetings/{id}/materials")
    @ForSignedIn
    ModelAndView show(@PathVariable UUID id) {
        return page(new MeetingId(id), "", Map.of());
    }

    @PostMapping("/meetings/{id}/materials")
    @Requires(MEETING_RUN)
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "INTERNAL") Reach reach,
            @RequestParam(defaultValue = "") Set<UUID> readers,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var meeting = meetings.toRun(new MeetingId(id)).id();
        var errors = errors(title, reach, readers, file);
        if (!errors.isEmpty() || file == null) {
            var again = page(meeting, title, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        var persons = readers.stream().map(PersonId::new).collect(Collectors.toSet());
        materials.add(meeting, title.strip(), reach, persons, TopicController.upload(file));
        flash.ok("preparation.flash.filed");
        return new ModelAndView("redirect:" + meeting.href() + "/materials");
    }

    private static Map<String, String> errors(
            String title, Reach reach, Set<UUID> readers, @Nullable MultipartFile file) {
        var errors = new LinkedHashMap<String, String>();
        if (title.isBlank() || title.length() > 200) {
            errors.put("title", Texts.text("preparation.error.title"));
        }
        if (file == null || file.isEmpty()) {
            errors.put("file", Texts.text("preparation.error.file"));
        }
        if (reach == Reach.RESTRICTED && readers.isEmpty()) {
            errors.put("readers", Texts.text("preparation.error.readers"));
        }
        return errors;
    }

    @PostMapping("/meetings/{id}/materials/remove")
    @Requires(MEETING_RUN)
    ModelAndView remove(@PathVariable UUID id, @RequestParam UUID material) {
        materials.remove(new MeetingId(id), material);
        flash.ok("preparation.flash.removed");
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/materials");
    }

    private ModelAndView page(MeetingId id, String title, Map<String, String> errors) {
        var head = meetings.head(meetings.toRead(id));
        var invited = head.runs() ? meetings.attendees(id) : List.<Attendee>of();
        return new ModelAndView(
                "preparation/materials", "page", new Page(head, materials.of(id), invited, title, errors));
    }
}
