package org.giaoban.proceedings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The speaking list and the votes, for those who run the meeting. */
@Controller
class FloorController {

    private final SpeakingList speaking;
    private final HandVotes votes;
    private final WorkFrames frames;
    private final Flash flash;

    FloorController(SpeakingList speaking, HandVotes votes, WorkFrames frames, Flash flash) {
        this.speaking = speaking;
        this.votes = votes;
        this.frames = frames;
        this.flash = flash;
    }

    @PostMapping("/meetings/{id}/speeches")
    @Requires(MEETING_RUN)
    ModelAndView ask(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID item,
            @RequestParam(required = false) @Nullable UUID attendee,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean pocket) {
        speaking.ask(new MeetingId(id), item, attendee, name.strip());
        return floor(id, item, pocket);
    }

    @PostMapping("/meetings/{id}/speeches/{speech}/start")
    @Requires(MEETING_RUN)
    ModelAndView start(
            @PathVariable UUID id,
            @PathVariable UUID speech,
            @RequestParam(required = false) @Nullable UUID item,
            @RequestParam(defaultValue = "false") boolean pocket) {
        speaking.start(new MeetingId(id), speech);
        return floor(id, item, pocket);
    }

    @PostMapping("/meetings/{id}/speeches/stop")
    @Requires(MEETING_RUN)
    ModelAndView stop(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID item,
            @RequestParam(defaultValue = "false") boolean pocket) {
        speaking.stop(new MeetingId(id));
        return floor(id, item, pocket);
    }

    @PostMapping("/meetings/{id}/speeches/{speech}/withdraw")
    @Requires(MEETING_RUN)
    ModelAndView withdraw(
            @PathVariable UUID id,
            @PathVariable UUID speech,
            @RequestParam(required = false) @Nullable UUID item,
            @RequestParam(defaultValue = "false") boolean pocket) {
        speaking.withdraw(new MeetingId(id), speech);
        return floor(id, item, pocket);
    }

    @PostMapping("/meetings/{id}/speeches/{speech}/forward")
    @Requires(MEETING_RUN)
    ModelAndView forward(
            @PathVariable UUID id,
            @PathVariable UUID speech,
            @RequestParam(required = false) @Nullable UUID item,
            @RequestParam(defaultValue = "false") boolean pocket) {
        speaking.forward(new MeetingId(id), speech);
        return floor(id, item, pocket);
    }

    @PostMapping("/meetings/{id}/items/{item}/votes")
    @Requires(MEETING_RUN)
    ModelAndView vote(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam Map<String, String> typed) {
        var form = new VoteForm(
                question,
                rule,
                typed.getOrDefault("inFavour", ""),
                typed.getOrDefault("against", ""),
                typed.getOrDefault("abstained", ""));
        var meeting = new MeetingId(id);
        var errors = votes.take(meeting, item, form);
        if (errors.isEmpty()) {
            flash.ok("proceedings.flash.vote");
            return new ModelAndView("redirect:" + meeting.href() + "/run?item=" + item + "#votes");
        }
        var again = new ModelAndView("proceedings/run", "page", frames.of(meeting, item, "", form, errors));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    @PostMapping("/meetings/{id}/votes/{vote}/strike")
    @Requires(MEETING_RUN)
    ModelAndView strike(
            @PathVariable UUID id, @PathVariable UUID vote, @RequestParam(defaultValue = "") String reason) {
        votes.strike(new MeetingId(id), vote, reason);
        flash.ok("proceedings.flash.struck");
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/run#votes");
    }

    private static ModelAndView floor(UUID id, @Nullable UUID item, boolean pocket) {
        var base = new MeetingId(id).href();
        var shown = item == null ? "" : "?item=" + item;
        return new ModelAndView("redirect:" + base + (pocket ? "/pocket?tab=floor" : "/run" + shown + "#floor"));
    }
}
