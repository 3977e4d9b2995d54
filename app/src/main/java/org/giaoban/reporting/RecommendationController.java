package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ledger of recommendations on screen. */
@Controller
class RecommendationController {

    private final Recommendations recommendations;
    private final ReturnLists lists;
    private final Access access;
    private final Flash flash;

    RecommendationController(Recommendations recommendations, ReturnLists lists, Access access, Flash flash) {
        this.recommendations = recommendations;
        this.lists = lists;
        this.access = access;
        this.flash = flash;
    }

    /** One request with what may be done about it. */
    public record Line(Recommendation request, String tone, String sent, String due, boolean mayAnswer) {}

    @GetMapping("/recommendations")
    @Requires(Capability.REPORT_READ)
    ModelAndView list(@RequestParam @Nullable String unit, @RequestParam(defaultValue = "waiting") String show) {
        var top = lists.readable(unit);
        List<Recommendation> found = top.map(
                        one -> show.equals("all") ? recommendations.all(one.id()) : recommendations.waiting(one.id()))
                .orElse(List.of());
        var lines = found.stream().map(this::line).toList();
        return new ModelAndView("reporting/recommendations", Map.of("lines", lines, "show", show));
    }

    private Line line(Recommendation request) {
        String tone = switch (request.state()) {
            case WAITING -> "waiting";
            case TAKEN_UP -> "info";
            case OVERDUE -> "late";
            case ANSWERED -> "done";
        };
        return new Line(
                request,
                tone,
                Formats.date(request.sentOn()),
                Formats.date(request.dueOn()),
                request.answer() == null && access.allows(Capability.REPORT_ACCEPT, request.unit()));
    }

    @PostMapping("/recommendations/{id}/take-up")
    @Requires(Capability.REPORT_ACCEPT)
    String takeUp(@PathVariable UUID id) {
        return done("reporting.said.taken-up", () -> recommendations.takeUp(id));
    }

    @PostMapping("/recommendations/{id}/answer")
    @Requires(Capability.REPORT_ACCEPT)
    String answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String answer) {
        return done("reporting.said.answered", () -> recommendations.answer(id, answer));
    }

    private String done(String said, Runnable deed) {
        try {
            deed.run();
            flash.ok(said);
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return "redirect:/recommendations";
    }
}
