package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.Indicator;
import org.giaoban.platform.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The talk about the cells of one return. */
@Controller
@RequestMapping("/returns/{unit}/{form}/{period}/comments")
class CommentController {

    private final Door door;
    private final Comments comments;
    private final Examination examination;
    private final Flash flash;

    CommentController(Door door, Comments comments, Examination examination, Flash flash) {
        this.door = door;
        this.comments = comments;
        this.examination = examination;
        this.flash = flash;
    }

    /** One cell's talk; without anything said yet when it is the one asked for. */
    public record Talk(String code, String name, List<Comments.Said> said, String resolvedBy, boolean open) {}

    /** The talks of a return; {@code asked} is the cell somebody came from. */
    public record Page(String href, String title, String unitName, String asked, boolean speaks, List<Talk> talks) {}

    @GetMapping
    @Requires(Capability.REPORT_READ)
    ModelAndView page(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String indicator) {
        var key = door.readable(unit, form, period);
        var page = new Page(
                key.href(),
                PeriodName.title(key.period()),
                key.unit().name(),
                indicator,
                door.mayEnter(key.unit().id()) || door.mayAccept(key.unit().id()),
                talks(key, indicator));
        return new ModelAndView("reporting/comments", Map.of("page", page, "tabs", ReturnPages.tabs(key)));
    }

    /** The one asked for on top, then the open ones. */
    private List<Talk> talks(ReturnKey key, String asked) {
        var indicators = examination.indicators(key.form(), key.period());
        var talks = new ArrayList<Talk>();
        comments.of(key).forEach(thread -> {
            var talk = new Talk(
                    thread.indicator(),
                    name(indicators, thread.indicator()),
                    thread.said(),
                    thread.resolvedBy(),
                    thread.open());
            talks.add(thread.indicator().equals(asked) ? 0 : talks.size(), talk);
        });
        if (indicators.containsKey(asked)
                && talks.stream().noneMatch(talk -> talk.code().equals(asked))) {
            talks.addFirst(new Talk(asked, name(indicators, asked), List.of(), "", true));
        }
        return talks;
    }

    private static String name(Map<String, Indicator> indicators, String code) {
        var indicator = indicators.get(code);
        return indicator == null ? "" : indicator.name();
    }

    @PostMapping
    @Requires({Capability.REPORT_ENTER, Capability.REPORT_ACCEPT})
    String say(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam String indicator,
            @RequestParam(defaultValue = "") String text) {
        var key = door.readable(unit, form, period);
        comments.say(key, indicator, text);
        flash.ok("reporting.comment.said");
        return "redirect:" + key.href() + "/comments?indicator=" + indicator;
    }

    @PostMapping("/resolve")
    @Requires({Capability.REPORT_ENTER, Capability.REPORT_ACCEPT})
    String resolve(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam String indicator) {
        var key = door.readable(unit, form, period);
        comments.resolve(key, indicator);
        flash.ok("reporting.comment.resolved");
        return "redirect:" + key.href() + "/comments";
    }
}
