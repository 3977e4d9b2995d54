package org.giaoban.proceedings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.ForSignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The screen on the wall, what happened so far, and the pulse that keeps pages in step. */
@Controller
class ScreenController {

    private final Screens screens;

    ScreenController(Screens screens) {
        this.screens = screens;
    }

    /** With the code of the moment, so only those who run the meeting put it on the wall. */
    @GetMapping("/meetings/{id}/screen")
    @Requires(MEETING_RUN)
    ModelAndView screen(@PathVariable UUID id) {
        var here = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/meetings/{id}/here")
                .buildAndExpand(id)
                .toUriString();
        var page = screens.wall(new MeetingId(id), here);
        return page.stage().room().running()
                ? new ModelAndView("proceedings/screen", "page", page)
                : new ModelAndView("redirect:" + new MeetingId(id).href());
    }

    @GetMapping("/meetings/{id}/course")
    @ForSignedIn
    ModelAndView course(@PathVariable UUID id) {
        return new ModelAndView("proceedings/course", "page", screens.course(new MeetingId(id)));
    }

    @GetMapping("/meetings/{id}/pulse")
    @ForSignedIn
    @ResponseBody
    Pulse pulse(@PathVariable UUID id) {
        return screens.pulse(new MeetingId(id));
    }
}
