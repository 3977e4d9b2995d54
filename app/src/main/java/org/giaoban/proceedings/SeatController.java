package org.giaoban.proceedings;

import java.util.UUID;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Refused;
import org.giaoban.proceedings.Roll.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The phone of somebody who is invited: here I am, I cannot come, I ask for the floor. */
@Controller
class SeatController {

    private final Seats seats;
    private final OwnPresence presence;
    private final SpeakingList speaking;
    private final Flash flash;

    SeatController(Seats seats, OwnPresence presence, SpeakingList speaking, Flash flash) {
        this.seats = seats;
        this.presence = presence;
        this.speaking = speaking;
        this.flash = flash;
    }

    @GetMapping("/meetings/{id}/here")
    @ForSignedIn
    ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "") String code) {
        return page(id, code, "", "");
    }

    @PostMapping("/meetings/{id}/here")
    @ForSignedIn
    ModelAndView here(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean online) {
        try {
            var outcome = presence.here(new MeetingId(id), online, code);
            flash.ok(said(outcome, !code.isBlank()));
            return back(id);
        } catch (Refused refused) {
            return again(page(id, code, refused.text(), ""));
        }
    }

    private static String said(Outcome outcome, boolean coded) {
        if (outcome == Outcome.ALREADY) {
            return "proceedings.flash.already-here";
        }
        return coded ? "proceedings.flash.here" : "proceedings.flash.asked";
    }

    @PostMapping("/meetings/{id}/here/excuse")
    @ForSignedIn
    ModelAndView excuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank() || reason.length() > Seats.LONGEST_REASON) {
            return again(page(id, "", "", reason));
        }
        presence.excuse(new MeetingId(id), reason.strip());
        flash.ok("proceedings.flash.excuse-asked");
        return back(id);
    }

    @PostMapping("/meetings/{id}/here/leave")
    @ForSignedIn
    ModelAndView leave(@PathVariable UUID id) {
        presence.leave(new MeetingId(id));
        flash.ok("proceedings.flash.left");
        return back(id);
    }

    @PostMapping("/meetings/{id}/here/floor")
    @ForSignedIn
    ModelAndView floor(@PathVariable UUID id, @RequestParam(defaultValue = "true") boolean ask) {
        if (ask) {
            speaking.askOwn(new MeetingId(id));
            flash.ok("proceedings.flash.floor-asked");
        } else {
            speaking.withdrawOwn(new MeetingId(id));
        }
        return back(id);
    }

    private ModelAndView page(UUID id, String code, String refused, String reason) {
        return new ModelAndView("proceedings/here", "page", seats.of(new MeetingId(id), code, refused, reason));
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/here");
    }
}
