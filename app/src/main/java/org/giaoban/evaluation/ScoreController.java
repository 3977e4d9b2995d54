package org.giaoban.evaluation;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.evaluation.Score.Side;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The score of one meeting, given from both sides and decided. */
@Controller
class ScoreController {

    private final ScorePages pages;
    private final Judging judging;
    private final Flash flash;

    ScoreController(ScorePages pages, Judging judging, Flash flash) {
        this.pages = pages;
        this.judging = judging;
        this.flash = flash;
    }

    /** Followers without any right in the branch come in too; the use case asks. */
    @GetMapping("/evaluations/meetings/{id}")
    @ForSignedIn
    ModelAndView show(@PathVariable UUID id) {
        return new ModelAndView("evaluation/score", "page", pages.page(new MeetingId(id), null, null, Map.of()));
    }

    @PostMapping("/evaluations/meetings/{id}/self")
    @Requires(Capability.MEETING_RUN)
    ModelAndView self(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return give(new MeetingId(id), Side.SELF, sent);
    }

    @PostMapping("/evaluations/meetings/{id}/superior")
    @ForSignedIn
    ModelAndView superior(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return give(new MeetingId(id), Side.SUPERIOR, sent);
    }

    /** What one side typed, and what is wrong with it. */
    private record Typed(MeetingId id, Side side, ScoreForm form, Map<String, String> faults) {}

    private ModelAndView give(MeetingId id, Side side, MultiValueMap<String, String> sent) {
        var judged = judging.toScore(id, side);
        var form = ScoreForm.read(judged.sheet(), sent);
        return send(
                new Typed(id, side, form, new LinkedHashMap<>(form.faults(judged.sheet()))),
                "evaluation.flash.given",
                () -> judging.give(id, side, new Judging.Sent(form.version(), form.points(side), form.remark())));
    }

    @PostMapping("/evaluations/meetings/{id}/decide")
    @Requires(Capability.EVALUATE)
    ModelAndView decide(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var meeting = new MeetingId(id);
        var judged = judging.toScore(meeting, Side.FINAL);
        var form = ScoreForm.read(judged.sheet(), sent);
        var faults = new LinkedHashMap<>(form.faults(judged.sheet()));
        var score = judged.score();
        if (score != null) {
            faults.putAll(form.unexplained(judged.sheet(), score));
        }
        return send(
                new Typed(meeting, Side.FINAL, form, faults),
                "evaluation.flash.decided",
                () -> judging.decide(
                        meeting,
                        new Judging.Verdict(
                                form.version(), form.points(Side.FINAL), form.ticked(), form.grade(), form.remark())));
    }

    /** Does it, or shows again what was typed; after a refusal it may be sent once more, in sight of what others did. */
    private ModelAndView send(Typed typed, String done, Runnable act) {
        if (!typed.faults.isEmpty()) {
            return again(typed.id, typed.side, typed.form, typed.faults);
        }
        try {
            act.run();
        } catch (Refused refused) {
            var form = typed.form.at(judging.version(typed.id));
            return again(typed.id, typed.side, form, Map.of("remark", refused.text()));
        }
        flash.ok(done);
        return back(typed.id);
    }

    private ModelAndView again(MeetingId id, Side side, ScoreForm form, Map<String, String> faults) {
        var view = new ModelAndView("evaluation/score", "page", pages.page(id, side, form, faults));
        view.setStatus(UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView back(MeetingId id) {
        return new ModelAndView("redirect:/evaluations/meetings/" + id.value());
    }
}
