package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The end of a meeting: what will be created, and closing. */
@Controller
class MeetingCloseController {

    private final MeetingPages pages;
    private final RunPages runs;
    private final MeetingClosing closing;
    private final Flash flash;

    MeetingCloseController(MeetingPages pages, RunPages runs, MeetingClosing closing, Flash flash) {
        this.pages = pages;
        this.runs = runs;
        this.closing = closing;
        this.flash = flash;
    }

    @GetMapping("/meetings/{id}/close")
    @Requires(MEETING_RUN)
    ModelAndView preview(@PathVariable UUID id) {
        var view = pages.runView(new MeetingId(id));
        if (view.meeting().state() != MeetingState.RUNNING) {
            return new ModelAndView("redirect:" + view.meeting().id().href());
        }
        return new ModelAndView("meetings/close", "page", runs.page(view, false));
    }

    @PostMapping("/meetings/{id}/close")
    @Requires(MEETING_RUN)
    ModelAndView close(@PathVariable UUID id) {
        closing.close(new MeetingId(id));
        flash.ok("meetings.flash.closed");
        return new ModelAndView("redirect:" + new MeetingId(id).href());
    }
}
