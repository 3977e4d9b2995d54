package org.giaoban.evaluation;

import java.math.BigDecimal;
import org.giaoban.evaluation.Scoring.Scored;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Says the arithmetic of a score in words. */
final class ScoreWords {

    private ScoreWords() {}

    static String points(@Nullable BigDecimal points) {
        return points == null ? "–" : Formats.number(points, 2);
    }

    /** How a line that is computed came to its points; empty for one by hand. */
    static String explain(Scored scored) {
        var measure = scored.line().measure();
        if (measure == null) {
            return "";
        }
        var evidence = scored.evidence();
        if (evidence == null || evidence.value().isEmpty()) {
            return Texts.text("evaluation.explain.nothing", points(scored.points()));
        }
        return counted(evidence) + "; " + step(scored, measure);
    }

    /** What was counted: "18/20 người = 90 %". */
    static String counted(Evidence evidence) {
        var value = evidence.value();
        if (value.isEmpty()) {
            return Texts.text("evaluation.explain.none");
        }
        var name = "evaluation.counted." + evidence.measure().name();
        return evidence.whole() == null
                ? Texts.text(name, Formats.number(evidence.part(), 0))
                : Texts.text(
                        name,
                        Formats.number(evidence.part(), 0),
                        Formats.number(evidence.whole(), 0),
                        Formats.percent(value.get(), 1));
    }

    private static String step(Scored scored, Measure measure) {
        var step = scored.step();
        if (step != null) {
            return Texts.text("evaluation.explain.step", bound(measure, step.from()), points(step.points()));
        }
        var ladder = scored.line().ladder();
        return ladder.isEmpty()
                ? Texts.text("evaluation.explain.nothing", points(scored.points()))
                : Texts.text(
                        "evaluation.explain.below",
                        bound(measure, ladder.getLast().from()));
    }

    private static String bound(Measure measure, BigDecimal from) {
        return measure.share()
                ? Formats.percent(from, 1)
                : Texts.text("evaluation.explain.minutes", Formats.number(from, 0));
    }

    /** How much is missing to the next better grade, and where most was lost. */
    static String next(Sheet sheet, Scoring.Result result) {
        var missing = Scoring.toNext(sheet, result);
        if (missing.isEmpty()) {
            return "";
        }
        var rank = sheet.rank(result.band().code());
        var better = sheet.body().bands().get(rank - 1).name(Texts.language());
        var lost = Scoring.dearest(result, 3).stream()
                .map(line -> Texts.text("evaluation.explain.lost", line.line().title(), points(Scoring.lost(line))))
                .toList();
        return Texts.text("evaluation.explain.next", points(missing.get()), better, String.join("; ", lost));
    }
}
