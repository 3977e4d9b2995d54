package org.giaoban.proceedings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The meeting while it runs, for those who run it: on a desk or in the pocket. */
@Controller
class WorkFrameController {

    private final WorkFrames frames;
    private final SpeakingList speaking;
    private final Roll roll;
    private final Flash flash;

    WorkFrameController(WorkFrames frames, SpeakingList speaking, Roll roll, Flash flash) {
        this.frames = frames;
        this.speaking = speaking;
        this.roll = roll;
        this.flash = flash;
    }

    static Map<String, String> tabs(String base) {
        var tabs = new LinkedHashMap<String, String>();
        for (var name : new String[] {"roll", "agenda", "floor", "conclusions"}) {
            tabs.put(base + "/pocket?tab=" + name, Texts.text("proceedings.pocket." + name));
        }
        return tabs;
    }

    @GetMapping("/meetings/{id}/run")
    @Requires(MEETING_RUN)
    ModelAndView show(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID item) {
        var frame = frames.of(new MeetingId(id), item, "", VoteForm.EMPTY, Map.of());
        return frame.stage().room().running()
                ? new ModelAndView("proceedings/run", "page", frame)
                : new ModelAndView("redirect:" + new MeetingId(id).href());
    }

    @GetMapping("/meetings/{id}/pocket")
    @Requires(MEETING_RUN)
    ModelAndView pocket(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "roll") String tab,
            @RequestParam(required = false) @Nullable UUID item) {
        var frame = frames.of(new MeetingId(id), item, tab, VoteForm.EMPTY, Map.of());
        return frame.stage().room().running()
                ? new ModelAndView("proceedings/pocket", "page", frame)
                : new ModelAndView("redirect:" + new MeetingId(id).href());
    }

    @PostMapping("/meetings/{id}/items/{item}/begin")
    @Requires(MEETING_RUN)
    ModelAndView begin(@PathVariable UUID id, @PathVariable UUID item) {
        speaking.begin(new MeetingId(id), item);
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/run?item=" + item);
    }

    @PostMapping("/meetings/{id}/parts/open")
    @Requires(MEETING_RUN)
    ModelAndView openPart(@PathVariable UUID id, @RequestParam int before) {
        roll.openPart(new MeetingId(id), before, before + 1);
        flash.ok("proceedings.flash.part");
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/run#roll");
    }
}
