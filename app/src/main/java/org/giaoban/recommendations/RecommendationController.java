package org.giaoban.recommendations;

import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one recommendation, and what its desk does with it. */
@Controller
@RequestMapping("/recommendations/{id}")
class RecommendationController {

    private final RecommendationPages pages;
    private final Answering answering;
    private final Flash flash;

    RecommendationController(RecommendationPages pages, Answering answering, Flash flash) {
        this.pages = pages;
        this.answering = answering;
        this.flash = flash;
    }

    @GetMapping
    @Requires({Capability.REPORT_READ, Capability.RECOMMENDATION_ANSWER})
    ModelAndView page(@PathVariable UUID id) {
        return new ModelAndView("recommendations/show", "page", pages.of(id, Map.of()));
    }

    @PostMapping("/take-up")
    @Requires(Capability.RECOMMENDATION_ANSWER)
    ModelAndView takeUp(@PathVariable UUID id) {
        return done(id, "take-up", "", () -> answering.takeUp(id));
    }

    @PostMapping("/answer")
    @Requires(Capability.RECOMMENDATION_ANSWER)
    ModelAndView answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String answer) {
        return done(id, "answer", answer, () -> answering.answer(id, answer));
    }

    @PostMapping("/refuse")
    @Requires(Capability.RECOMMENDATION_ANSWER)
    ModelAndView refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return done(id, "refuse", reason, () -> answering.refuse(id, reason));
    }

    /** To a desk that was chosen, or to somebody outside who was written down. */
    @PostMapping("/pass")
    @Requires(Capability.RECOMMENDATION_ANSWER)
    ModelAndView pass(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String note) {
        var desk = RecommendationFilter.id(to);
        return done(id, "pass", note, () -> {
            if (desk == null) {
                answering.passOutside(id, note);
            } else {
                answering.pass(id, new UnitId(desk), note);
            }
        });
    }

    @PostMapping("/withdraw")
    @Requires(Capability.REPORT_ENTER)
    ModelAndView withdraw(@PathVariable UUID id) {
        return done(id, "withdraw", "", () -> answering.withdraw(id));
    }

    /** A refusal comes back on the same page, with what was typed. */
    private ModelAndView done(UUID id, String act, String typed, Runnable deed) {
        try {
            deed.run();
            flash.ok("recommendations.said." + act);
            return new ModelAndView("redirect:" + (pages.visible(id) ? "/recommendations/" + id : "/recommendations"));
        } catch (Refused refused) {
            var page = pages.of(id, Map.of(act, typed, "refused", refused.text()));
            var view = new ModelAndView("recommendations/show", "page", page);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }
}
