package org.giaoban.proceedings;

import java.util.UUID;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Refused;
import org.giaoban.proceedings.Roll.Outcome;
import org.giaoban.proceedings.Seats.SeatForm;
import org.jspecify.annotations.Nullable;
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

    SeatController(Seats seats, OwnPresence presence, SpeakingList speaking) {
        this.seats = seats;
        this.presence = presence;
        this.speaking = speaking;
    }

    @GetMapping("/meetings/{id}/here")
    @ForSignedIn
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable SeatNews news) {
        return page(id, new SeatForm(code, "", "", news));
    }

    @PostMapping("/meetings/{id}/here")
    @ForSignedIn
    ModelAndView here(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean online) {
        try {
            var outcome = presence.here(new MeetingId(id), online, code);
            return back(id, news(outcome, !code.isBlank()));
        } catch (Refused refused) {
            return again(page(id, new SeatForm(code, refused.text(), "", null)));
        }
    }

    private static SeatNews news(Outcome outcome, boolean coded) {
        if (outcome == Outcome.ALREADY) {
            return SeatNews.ALREADY;
        }
        return coded ? SeatNews.HERE : SeatNews.ASKED;
    }

    @PostMapping("/meetings/{id}/here/excuse")
    @ForSignedIn
    ModelAndView excuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank() || reason.length() > Seats.LONGEST_REASON) {
            return again(page(id, new SeatForm("", "", reason, null)));
        }
        presence.excuse(new MeetingId(id), reason.strip());
        return back(id, SeatNews.EXCUSE);
    }

    @PostMapping("/meetings/{id}/here/leave")
    @ForSignedIn
    ModelAndView leave(@PathVariable UUID id) {
        presence.leave(new MeetingId(id));
        return back(id, SeatNews.LEFT);
    }

    @PostMapping("/meetings/{id}/here/floor")
    @ForSignedIn
    ModelAndView floor(@PathVariable UUID id, @RequestParam(defaultValue = "true") boolean ask) {
        if (ask) {
            speaking.askOwn(new MeetingId(id));
            return back(id, SeatNews.FLOOR);
        }
        speaking.withdrawOwn(new MeetingId(id));
        return back(id, null);
    }

    private ModelAndView page(UUID id, SeatForm form) {
        return new ModelAndView("proceedings/here", "page", seats.of(new MeetingId(id), form));
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** What came of it stands in the address: a message kept in the session would be written and taken out again for each. */
    private static ModelAndView back(UUID id, @Nullable SeatNews news) {
        return new ModelAndView(
                "redirect:" + new MeetingId(id).href() + "/here" + (news == null ? "" : "?news=" + news.name()));
    }
}
