package org.giaoban.preparation;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Requires;
import org.giaoban.meetings.MeetingHead;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingWords;
import org.giaoban.meetings.Meetings;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
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

/** The papers of a meeting. */
@Controller
class MaterialController {

    private final Materials materials;
    private final MaterialDesk desk;
    private final Meetings meetings;
    private final Flash flash;

    MaterialController(Materials materials, MaterialDesk desk, Meetings meetings, Flash flash) {
        this.materials = materials;
        this.desk = desk;
        this.meetings = meetings;
        this.flash = flash;
    }

    /** Whom a restricted paper can be for, each by code or id. */
    public record Choices(
            Map<String, String> persons,
            Map<String, String> posts,
            Map<String, String> roles,
            Map<String, String> units) {

        static final Choices NONE = new Choices(Map.of(), Map.of(), Map.of(), Map.of());

        /** The circle of a paper in words. */
        String whom(Circle circle) {
            return Stream.of(
                            circle.persons().stream()
                                    .map(one -> persons.get(one.value().toString())),
                            circle.posts().stream().map(posts::get),
                            circle.roles().stream().map(roles::get),
                            circle.units().stream().map(one -> units.get(one.toString())))
                    .flatMap(one -> one)
                    .filter(Objects::nonNull)
                    .sorted()
                    .collect(Collectors.joining("; "));
        }
    }

    /** What the page shows; the items of the agenda by id. */
    public record Page(
            MeetingHead head,
            List<Materials.Shown> papers,
            Map<String, String> items,
            Choices choices,
            MaterialForm form,
            Map<String, String> errors) {

        String base() {
            return head.line().id().href();
        }

        Map<String, String> reaches() {
            return MeetingWords.reaches();
        }

        String reach(Materials.Shown paper) {
            return MeetingWords.reach(paper.material().reach());
        }

        /** The item a paper belongs to, where it still stands on the agenda. */
        String item(Materials.Shown paper) {
            var item = paper.material().item();
            return item == null ? "" : items.getOrDefault(item.toString(), "");
        }
    }

    @GetMapping("/meetings/{id}/materials")
    @ForSignedIn
    ModelAndView show(@PathVariable UUID id) {
        return page(new MeetingId(id), MaterialForm.EMPTY, Map.of());
    }

    @PostMapping("/meetings/{id}/materials")
    @Requires(MEETING_RUN)
    ModelAndView add(
            @PathVariable UUID id,
            @ModelAttribute MaterialForm form,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var meeting = meetings.toRun(new MeetingId(id)).id();
        var errors = form.errors(file != null && !file.isEmpty());
        if (!errors.isEmpty() || file == null) {
            var again = page(meeting, form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        materials.add(meeting, form.itemValue(), form.paper(), TopicController.upload(file));
        flash.ok("preparation.flash.filed");
        return new ModelAndView("redirect:" + meeting.href() + "/materials");
    }

    @PostMapping("/meetings/{id}/materials/remove")
    @Requires(MEETING_RUN)
    ModelAndView remove(@PathVariable UUID id, @RequestParam UUID material) {
        materials.remove(new MeetingId(id), material);
        flash.ok("preparation.flash.removed");
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/materials");
    }

    private ModelAndView page(MeetingId id, MaterialForm form, Map<String, String> errors) {
        return new ModelAndView("preparation/materials", "page", desk.page(id, form, errors));
    }
}
