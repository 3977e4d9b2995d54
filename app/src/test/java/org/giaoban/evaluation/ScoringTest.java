package org.giaoban.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.giaoban.evaluation.Sheet.Band;
import org.giaoban.evaluation.Sheet.Line;
import org.giaoban.evaluation.Sheet.Section;
import org.giaoban.evaluation.Sheet.Step;
import org.giaoban.evaluation.Sheet.Veto;
import org.giaoban.evaluation.Sheet.YearRule;
import org.giaoban.kernel.Seeded;
import org.junit.jupiter.api.Test;

/** The arithmetic of a sheet: steps, sums, bands, vetoes, and the year's grade. */
class ScoringTest {

    private static final Line BY_HAND = line("hand", 40, null, 0, List.of());
    private static final Line ATTENDANCE =
            line("there", 20, Measure.ATTENDANCE, 0, List.of(step(95, 20), step(85, 14), step(75, 8)));
    private static final Line LONG = line("long", 20, Measure.DURATION, 0, List.of(step(90, 20), step(60, 8)));
    private static final Line DONE = line("done", 20, Measure.TASKS, 20, List.of(step(90, 20), step(50, 8)));

    private static final Sheet SHEET = new Sheet(
            UUID.randomUUID(),
            "thu",
            null,
            LocalDate.of(2020, 1, 1),
            new Sheet.Body(
                    "Bảng thử",
                    "Quy định thử",
                    List.of("sinh-hoat-chi-bo"),
                    List.of("sinh-hoat-chi-bo"),
                    List.of(new Section("Một", List.of(BY_HAND, ATTENDANCE)), new Section("Hai", List.of(LONG, DONE))),
                    List.of(band("TOT", 90), band("KHA", 70), band("TB", 50), band("KEM", 0)),
                    List.of(
                            new Veto("vang", "Vắng nhiều", Measure.ATTENDANCE, number(66), "KEM"),
                            new Veto("ghep", "Họp ghép", null, null, "TB")),
                    List.of(
                            new YearRule("TOT", "KHA", 7, "TOT"),
                            new YearRule("KHA", "TB", 7, "KHA"),
                            new YearRule("TB", "KEM", 7, "TB"))));

    private static Line line(String code, int max, Measure measure, int without, List<Step> steps) {
        return new Line(code, code, number(max), measure, number(without), steps);
    }

    private static Step step(int from, int points) {
        return new Step(number(from), number(points));
    }

    private static Band band(String code, int from) {
        return new Band(code, code, code, number(from));
    }

    private static BigDecimal number(int number) {
        return BigDecimal.valueOf(number);
    }

    private static Map<Measure, Evidence> measured(int there, int expected, int minutes, int done, int due) {
        return Map.of(
                Measure.ATTENDANCE, Evidence.share(Measure.ATTENDANCE, there, expected),
                Measure.DURATION, Evidence.number(Measure.DURATION, minutes),
                Measure.TASKS, Evidence.share(Measure.TASKS, done, due));
    }

    private static Scoring.Result result(int byHand, Map<Measure, Evidence> measured, String... ticked) {
        return Scoring.result(SHEET, Map.of("hand", number(byHand)), measured, List.of(ticked));
    }

    @Test
    void stepsEarnTheirPointsFromTheirBoundOn() {
        assertThat(result(40, measured(19, 20, 90, 9, 10)).total()).isEqualByComparingTo("100");
        assertThat(result(40, measured(18, 20, 89, 8, 10)).total()).isEqualByComparingTo("70");
        assertThat(result(40, measured(14, 20, 59, 4, 10)).total()).isEqualByComparingTo("40");
    }

    /** 169 of 199 are 84.92 %, which is not 85, and 1,699 of 1,999 are 84.9925 %, which two decimals would round to 84.99. */
    @Test
    void aBoundIsReachedExactlyAndNeverByRounding() {
        assertThat(Evidence.share(Measure.ATTENDANCE, 17, 20).reaches(number(85)))
                .isTrue();
        assertThat(Evidence.share(Measure.ATTENDANCE, 169, 199).reaches(number(85)))
                .isFalse();
        assertThat(Evidence.share(Measure.ATTENDANCE, 849_999, 1_000_000).reaches(number(85)))
                .isFalse();
        assertThat(Evidence.share(Measure.ATTENDANCE, 849_999, 1_000_000).value())
                .contains(new BigDecimal("85.00"));
    }

    @Test
    void whereThereIsNothingToMeasureTheSheetSaysWhatIsEarned() {
        var none = result(40, measured(20, 20, 90, 0, 0));
        assertThat(none.total()).isEqualByComparingTo("100");
        assertThat(none.lines().getLast().step()).isNull();
    }

    @Test
    void aLineNobodyScoredIsMissedAndNotZero() {
        var result = Scoring.result(SHEET, Map.of(), measured(20, 20, 90, 1, 1), List.of());
        assertThat(result.complete()).isFalse();
        assertThat(result.missing()).isEqualTo(1);
        assertThat(Scoring.dearest(result, 3)).isEmpty();
    }

    @Test
    void aVetoHoldsTheGradeDownAndNeverLiftsIt() {
        assertThat(result(40, measured(20, 20, 90, 1, 1)).grade()).isEqualTo("TOT");
        assertThat(result(40, measured(20, 20, 90, 1, 1), "ghep").grade()).isEqualTo("TB");
        assertThat(result(40, measured(13, 20, 90, 1, 1)).grade()).isEqualTo("KEM");
        assertThat(result(0, measured(14, 20, 30, 1, 1), "ghep").grade()).isEqualTo("KEM");
        assertThat(result(40, measured(20, 20, 90, 1, 1), "vang").grade())
                .as("what is measured cannot be ticked")
                .isEqualTo("TOT");
    }

    @Test
    void itSaysHowMuchIsMissingToTheNextGrade() {
        var result = result(35, measured(18, 20, 80, 10, 10));
        assertThat(result.total()).isEqualByComparingTo("77");
        assertThat(Scoring.toNext(SHEET, result))
                .hasValueSatisfying(more -> assertThat(more).isEqualByComparingTo("13"));
        assertThat(Scoring.dearest(result, 2))
                .extracting(one -> one.line().code())
                .containsExactly("long", "there");
        assertThat(Scoring.toNext(SHEET, result(40, measured(20, 20, 90, 1, 1))))
                .isEmpty();
    }

    @Test
    void theYearFollowsFromItsMonths() {
        var grades = new ArrayList<>(java.util.Collections.nCopies(7, "TOT"));
        grades.addAll(java.util.Collections.nCopies(5, "KHA"));
        assertThat(YearGrade.of(SHEET, grades).grade()).isEqualTo("TOT");
        grades.set(0, "KHA");
        assertThat(YearGrade.of(SHEET, grades).grade()).isEqualTo("KHA");
        grades.set(11, "TB");
        assertThat(YearGrade.of(SHEET, grades).grade()).isEqualTo("KHA");
        grades.set(11, "KEM");
        assertThat(YearGrade.of(SHEET, grades).grade()).isEqualTo("TB");
        assertThat(YearGrade.of(SHEET, List.of("KEM", "KEM")).grade()).isEqualTo("KEM");
        assertThat(YearGrade.of(SHEET, grades).tried())
                .extracting(YearGrade.Tried::holds)
                .containsExactly(false, false, true);
    }

    /** More of anything never costs points, and the total is always the sum of its lines. */
    @Test
    void betterNeverEarnsLess() {
        var random = Seeded.random("scores");
        for (var round = 0; round < 2_000; round++) {
            var expected = 1 + random.nextInt(40);
            var there = random.nextInt(expected + 1);
            var minutes = random.nextInt(150);
            var worse = result(random.nextInt(41), measured(there, expected, minutes, 0, 0));
            var better = Scoring.result(
                    SHEET,
                    Map.of("hand", worse.lines().getFirst().points()),
                    measured(more(random, there, expected), expected, minutes + random.nextInt(30), 0, 0),
                    List.of());
            assertThat(better.total()).isGreaterThanOrEqualTo(worse.total());
            assertThat(SHEET.rank(better.grade())).isLessThanOrEqualTo(SHEET.rank(worse.grade()));
            var sum = worse.lines().stream().map(Scoring.Scored::points).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(worse.total()).isEqualByComparingTo(sum);
        }
    }

    private static int more(Random random, int there, int expected) {
        return there + random.nextInt(expected - there + 1);
    }
}
