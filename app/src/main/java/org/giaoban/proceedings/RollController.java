package org.giaoban.proceedings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Zone;
import org.giaoban.proceedings.Roll.Outcome;
import org.giaoban.proceedings.Roll.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The roll as it is called. */
@Controller
class RollController {

    private static final String HTMX = "HX-Request";

    private final Roll roll;
    private final WorkFrames frames;
    private final MeetingFloor floor;
    private final Flash flash;

    RollController(Roll roll, WorkFrames frames, MeetingFloor floor, Flash flash) {
        this.roll = roll;
        this.frames = frames;
        this.floor = floor;
        this.flash = flash;
    }

    /** What the roll sends of one person. */
    record Ticked(
            UUID attendee,
            PresenceState presence,
            @Nullable String reason,
            @Nullable String time,
            @Nullable Long seen,
            @Nullable Boolean pocket) {

        String why() {
            return reason == null ? "" : reason.strip();
        }
    }

    @PostMapping("/meetings/{id}/presence")
    @Requires(MEETING_RUN)
    ModelAndView mark(
            @PathVariable UUID id, Ticked ticked, @RequestHeader(name = HTMX, defaultValue = "false") boolean htmx) {
        var meeting = new MeetingId(id);
        var pocket = Boolean.TRUE.equals(ticked.pocket());
        if (ticked.presence() == PresenceState.EXCUSED && ticked.why().isEmpty()) {
            floor.toRun(meeting);
            flash.warn("proceedings.flash.excuse-reason");
            return shown(id, pocket, htmx);
        }
        var since = time(ticked.time());
        if (since.isEmpty() && ticked.time() != null && !ticked.time().isBlank()) {
            floor.toRun(meeting);
            flash.warn("proceedings.flash.time");
            return shown(id, pocket, htmx);
        }
        var at = since.map(time ->
                        floor.toRun(meeting).day().atTime(time).atZone(Zone.ID).toInstant())
                .orElse(null);
        var reason = ticked.presence() == PresenceState.EXCUSED ? ticked.why() : null;
        var outcome = roll.mark(meeting, new Said(ticked.attendee(), ticked.presence(), reason, at, ticked.seen()));
        if (outcome == Outcome.ALREADY && !htmx) {
            flash.ok("proceedings.flash.already");
        }
        return shown(id, pocket, htmx);
    }

    private static Optional<LocalTime> time(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(LocalTime.parse(typed.strip()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    @PostMapping("/meetings/{id}/presence/rest")
    @Requires(MEETING_RUN)
    ModelAndView rest(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean pocket,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean htmx) {
        roll.markRest(new MeetingId(id));
        return shown(id, pocket, htmx);
    }

    /** Says yes to all who asked to be counted. */
    @PostMapping("/meetings/{id}/presence/grant")
    @Requires(MEETING_RUN)
    ModelAndView grant(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean pocket,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean htmx) {
        roll.grantAll(new MeetingId(id));
        return shown(id, pocket, htmx);
    }

    @PostMapping("/meetings/{id}/presence/answer")
    @Requires(MEETING_RUN)
    ModelAndView answer(
            @PathVariable UUID id,
            @RequestParam UUID attendee,
            @RequestParam boolean yes,
            @RequestParam long seen,
            @RequestParam(defaultValue = "false") boolean pocket,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean htmx) {
        roll.answer(new MeetingId(id), attendee, yes, seen);
        return shown(id, pocket, htmx);
    }

    @PostMapping("/meetings/{id}/presence/voting")
    @Requires(MEETING_RUN)
    ModelAndView voting(
            @PathVariable UUID id,
            @RequestParam UUID attendee,
            @RequestParam boolean voting,
            @RequestParam(defaultValue = "false") boolean pocket,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean htmx) {
        roll.voting(new MeetingId(id), attendee, voting);
        return shown(id, pocket, htmx);
    }

    private ModelAndView shown(UUID id, boolean pocket, boolean htmx) {
        var meeting = new MeetingId(id);
        var room = floor.toRun(meeting);
        if (!room.running()) {
            return new ModelAndView("redirect:" + meeting.href() + "?tab=invited");
        }
        if (!htmx) {
            return new ModelAndView("redirect:" + meeting.href() + (pocket ? "/pocket" : "/run#roll"));
        }
        var frame = frames.of(meeting, null, pocket ? "roll" : "", VoteForm.EMPTY, Map.of());
        return new ModelAndView("proceedings/roll", "page", frame);
    }
}
