package org.giaoban.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.evaluation.Sheet.Band;
import org.giaoban.evaluation.Sheet.Line;
import org.giaoban.evaluation.Sheet.Step;
import org.giaoban.evaluation.Sheet.Veto;
import org.jspecify.annotations.Nullable;

/** The arithmetic of a sheet: points of measures, the sum, the band, and what holds the grade down. */
final class Scoring {

    private Scoring() {}

    /** One line's points and how they came about; a line by hand nobody has scored yet has none. */
    record Scored(
            Line line,
            @Nullable BigDecimal points,
            @Nullable Evidence evidence,
            @Nullable Step step) {}

    /**
     * What a sheet says of a meeting.
     *
     * @param missing lines by hand without points
     * @param vetoes what held the grade down
     */
    record Result(List<Scored> lines, BigDecimal total, int missing, Band band, List<Veto> vetoes, String grade) {

        boolean complete() {
            return missing == 0;
        }
    }

    static Result result(
            Sheet sheet, Map<String, BigDecimal> byHand, Map<Measure, Evidence> measured, Collection<String> ticked) {
        var lines = new ArrayList<Scored>();
        for (var line : sheet.lines()) {
            lines.add(scored(line, byHand.get(line.code()), measured));
        }
        var total = BigDecimal.ZERO;
        var missing = 0;
        for (var line : lines) {
            var points = line.points();
            total = points == null ? total : total.add(points);
            missing += points == null ? 1 : 0;
        }
        var band = sheet.band(total);
        var vetoes = sheet.body().vetoes().stream()
                .filter(veto -> holds(veto, measured, ticked))
                .toList();
        var grade = band.code();
        for (var veto : vetoes) {
            grade = sheet.rank(veto.grade()) > sheet.rank(grade) ? veto.grade() : grade;
        }
        return new Result(lines, total, missing, band, vetoes, grade);
    }

    private static Scored scored(Line line, @Nullable BigDecimal byHand, Map<Measure, Evidence> measured) {
        if (line.measure() == null) {
            return new Scored(line, byHand, null, null);
        }
        var evidence = measured.get(line.measure());
        if (evidence == null || evidence.value().isEmpty()) {
            return new Scored(line, line.without() == null ? BigDecimal.ZERO : line.without(), evidence, null);
        }
        var step = step(line, evidence);
        return new Scored(line, step.map(Step::points).orElse(BigDecimal.ZERO), evidence, step.orElse(null));
    }

    private static Optional<Step> step(Line line, Evidence evidence) {
        return line.ladder().stream()
                .filter(step -> evidence.reaches(step.from()))
                .findFirst();
    }

    private static boolean holds(Veto veto, Map<Measure, Evidence> measured, Collection<String> ticked) {
        if (veto.measure() == null || veto.below() == null) {
            return ticked.contains(veto.code());
        }
        var evidence = measured.get(veto.measure());
        return evidence != null && evidence.value().isPresent() && !evidence.reaches(veto.below());
    }

    /** How many points are missing to the next better band; none at the best. */
    static Optional<BigDecimal> toNext(Sheet sheet, Result result) {
        var rank = sheet.rank(result.band().code());
        return rank == 0
                ? Optional.empty()
                : Optional.of(sheet.body().bands().get(rank - 1).from().subtract(result.total()));
    }

    /** The lines that cost most, the dearest first. */
    static List<Scored> dearest(Result result, int most) {
        return result.lines().stream()
                .filter(line -> lost(line).signum() > 0)
                .sorted((one, other) -> lost(other).compareTo(lost(one)))
                .limit(most)
                .toList();
    }

    static BigDecimal lost(Scored line) {
        var points = line.points();
        return points == null ? BigDecimal.ZERO : line.line().max().subtract(points);
    }
}
