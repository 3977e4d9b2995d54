package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Qualifier;
import org.giaoban.platform.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** Every kind of check with the arithmetic it tells. */
class VerdictTest {

    private static final Period MONTH = Period.month(2018, 10);

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
    }

    /** What one unit says, and what the others of its kind said. */
    private record Said(
            Map<String, Figure> now, Map<String, Figure> before, Map<String, Figure> plans, List<Integer> others)
            implements Evidence {

        private Said(Map<String, Figure> now, Map<String, Figure> before, List<Integer> others) {
            this(now, before, Map.of(), others);
        }

        @Override
        public Figure now(String code) {
            return now.getOrDefault(code, Figure.missing(Absence.NOT_REPORTED));
        }

        @Override
        public Figure before(String code) {
            return before.getOrDefault(code, Figure.missing(Absence.NOT_REPORTED));
        }

        @Override
        public Figure plan(String code) {
            return plans.getOrDefault(code, Figure.missing(Absence.NOT_REPORTED));
        }

        @Override
        public Optional<Peers> peers(String code, int least) {
            return others.size() < least
                    ? Optional.empty()
                    : Optional.of(Peers.of(
                            MONTH, others.stream().map(BigDecimal::valueOf).toList()));
        }

        @Override
        public Optional<Boolean> filled(String code) {
            return code.equals("DH08") ? Optional.of(false) : Optional.empty();
        }

        @Override
        public Optional<Indicator> indicator(String code) {
            return code.equals("ZZ99")
                    ? Optional.empty()
                    : Optional.of(new Indicator(
                            (short) 1,
                            code,
                            "A",
                            new Indicator.Wording("Tên " + code, "", "", "", "", ""),
                            new Indicator.Rule(
                                    Indicator.Type.FLOW,
                                    Indicator.OverUnits.SUM,
                                    Indicator.OverTime.SUM,
                                    Indicator.Direction.MORE,
                                    0,
                                    null,
                                    null),
                            new Indicator.Schedule(Set.of("M"), "CS", ""),
                            new Indicator.Edition(1, DateRange.from(LocalDate.EPOCH))));
        }

        @Override
        public String word(String code) {
            return code.toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static Said said(Map<String, Integer> now, Map<String, Integer> before) {
        return new Said(figures(now), figures(before), List.of());
    }

    private static Map<String, Figure> figures(Map<String, Integer> numbers) {
        return numbers.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> Figure.of(entry.getValue())));
    }

    private static Optional<String> told(String rule, Evidence evidence) {
        var relation = CheckReader.read(rule);
        var check = new CheckRule(
                "x", Severity.INFORMS, relation, CheckDesk.sentence(relation), DateRange.from(LocalDate.EPOCH));
        return new Verdict(evidence)
                .broken(check)
                .map(arguments -> Texts.text(check.sentenceKey(), arguments.toArray()));
    }

    @Test
    void aCalculationIsShownWithItsNumbers() {
        var evidence = said(Map.of("KT06", 9, "KT04", 3, "KT05", 5), Map.of("KT04", 2));
        assertThat(told("KT06 <= KT04 + KT05", evidence)).contains("“Tên KT06” ghi 9, lớn hơn kt04 3 + kt05 5 = 8.");
        assertThat(told("KT06 = KT04' * KT05", evidence))
                .contains("“Tên KT06” ghi 9, nhưng tính kt04 2 × kt05 5 được 10.");
        assertThat(told("KT06 <= KT04 * KT05", evidence)).isEmpty();
        assertThat(told("KT06 = KT04 * 3", evidence)).isEmpty();
    }

    @Test
    void aFigureIsHeldAgainstItsPlanAndWithoutOneNothingIsSaid() {
        var planned = new Said(figures(Map.of("KT06", 9)), Map.of(), figures(Map.of("KT06", 8)), List.of());
        assertThat(told("KT06 <= plan(KT06)", planned)).contains("“Tên KT06” ghi 9, lớn hơn kế hoạch năm kt06 8 = 8.");
        assertThat(told("KT06 <= plan(KT06) * 2", planned)).isEmpty();
        assertThat(told("KT06 <= plan(KT06)", said(Map.of("KT06", 9), Map.of())))
                .isEmpty();
    }

    @Test
    void aCheckWithAnUnknownTermSaysNothing() {
        var evidence = said(Map.of("KT06", 9, "KT04", 3), Map.of());
        assertThat(told("KT06 <= KT04 + KT05", evidence)).isEmpty();
        assertThat(told("KT06 <= KT04'", evidence)).isEmpty();
        assertThat(told("KT06 = KT04 / 0", evidence)).isEmpty();
        assertThat(told("ZZ99 <= 5", said(Map.of("ZZ99", 9), Map.of()))).isEmpty();
    }

    @Test
    void aNumeratorIsNotMoreThanItsDenominator() {
        var high = new Figure.Present(BigDecimal.valueOf(120), BigDecimal.valueOf(12), BigDecimal.TEN, Qualifier.EXACT);
        var whole = new Figure.Present(BigDecimal.valueOf(100), BigDecimal.TEN, BigDecimal.TEN, Qualifier.EXACT);
        assertThat(told("TT03 parts", new Said(Map.of("TT03", high), Map.of(), List.of())))
                .contains("“Tên TT03”: tử số 12 lớn hơn mẫu số 10.");
        assertThat(told("TT03 parts", new Said(Map.of("TT03", whole), Map.of(), List.of())))
                .isEmpty();
    }

    @Test
    void aUnitFarFromItsPeersIsToldHowFar() {
        var others = IntStream.rangeClosed(1, 11).boxed().toList();
        var far = new Said(Map.of("TT01", Figure.of(40)), Map.of(), others);
        assertThat(told("TT01 like peers 3.5 from 8", far))
                .contains(
                        "“Tên TT01” ghi 40. Trong tháng 10/2018, một nửa của 11 đơn vị cùng loại không quá 6, thường cách"
                                + " mức ấy 3; ở đây độ lệch là 7,6, ngưỡng là 3,5.");
        assertThat(told("TT01 like peers 3.5 from 12", far)).isEmpty();
        assertThat(told("TT01 like peers 3.5 from 8", new Said(Map.of("TT01", Figure.of(20)), Map.of(), others)))
                .isEmpty();
    }

    @Test
    void oneMadFigureAmongPeersMovesNothingAndWithoutSpreadNothingIsSaid() {
        var wild = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1_000_000);
        assertThat(Peers.of(MONTH, wild.stream().map(BigDecimal::valueOf).toList())
                        .median())
                .isEqualByComparingTo("6");
        var alike = List.of(5, 5, 5, 5, 5, 5, 5, 9);
        assertThat(told("TT01 like peers 3.5 from 8", new Said(Map.of("TT01", Figure.of(40)), Map.of(), alike)))
                .isEmpty();
    }

    @Test
    void anEmptyListIsTold() {
        assertThat(told("DH08 filled", said(Map.of(), Map.of()))).contains("“dh08” còn để trống.");
        assertThat(told("DH09 filled", said(Map.of(), Map.of()))).isEmpty();
    }

    @Test
    void boundsSumsAndPartsHoldExactlyUpToTheirLimit() {
        var zero = BigDecimal.ZERO;
        for (var value : List.of(0, 7, 10)) {
            assertThat(broken(new Relation.Bounds("A1", zero, BigDecimal.TEN), Map.of("A1", value), Map.of()))
                    .isEmpty();
        }
        assertThat(broken(new Relation.Bounds("A1", zero, BigDecimal.TEN), Map.of("A1", 11), Map.of()))
                .hasSize(4);
        assertThat(broken(new Relation.Bounds("A1", zero, null), Map.of("A1", -1), Map.of()))
                .contains("0", "∞");
        assertThat(broken(new Relation.Bounds("A1", null, BigDecimal.TEN), Map.of("A1", 11), Map.of()))
                .contains("−∞", "10");
        var sum = new Relation.Sum("A1", List.of("A2", "A3"));
        assertThat(broken(sum, Map.of("A1", 5, "A2", 2, "A3", 3), Map.of())).isEmpty();
        assertThat(broken(sum, Map.of("A1", 5, "A2", 2, "A3", 4), Map.of())).contains("a2 2 + a3 4", "6");
        assertThat(broken(sum, Map.of("A1", 5, "A2", 2), Map.of())).isEmpty();
        var part = new Relation.Part("A1", "A2");
        assertThat(broken(part, Map.of("A1", 5, "A2", 5), Map.of())).isEmpty();
        assertThat(broken(part, Map.of("A1", 6, "A2", 5), Map.of())).contains("6", "5");
    }

    @Test
    void whatRollsForwardOrJumpsIsMeasuredByThePeriodBefore() {
        var roll = new Relation.RollForward("A1", List.of("A2"), List.of("A3"));
        assertThat(broken(roll, Map.of("A1", 12, "A2", 3, "A3", 1), Map.of("A1", 10)))
                .isEmpty();
        assertThat(broken(roll, Map.of("A1", 13, "A2", 3, "A3", 1), Map.of("A1", 10)))
                .anyMatch(said -> said.endsWith("+ a2 3 − a3 1"))
                .endsWith("12", "13");
        assertThat(broken(roll, Map.of("A1", 13, "A2", 3, "A3", 1), Map.of())).isEmpty();
        assertThat(broken(roll, Map.of("A1", 13, "A3", 1), Map.of("A1", 10))).isEmpty();
        assertThat(broken(roll, Map.of("A1", 13, "A2", 3), Map.of("A1", 10))).isEmpty();
        var jump = new Relation.Jump("A1", BigDecimal.valueOf(3), BigDecimal.TEN);
        assertThat(broken(jump, Map.of("A1", 30), Map.of("A1", 10))).isEmpty();
        assertThat(broken(jump, Map.of("A1", 31), Map.of("A1", 10))).containsSubsequence("3,1", "10", "31");
        assertThat(broken(jump, Map.of("A1", 3), Map.of("A1", 31))).contains("10,3");
        assertThat(broken(jump, Map.of("A1", 9), Map.of("A1", 1)))
                .as("too small to tell")
                .isEmpty();
        assertThat(broken(jump, Map.of("A1", 10), Map.of("A1", 1))).contains("10");
        assertThat(broken(jump, Map.of("A1", 31), Map.of("A1", 0))).contains("∞");
        assertThat(broken(jump, Map.of("A1", 31), Map.of())).isEmpty();
    }

    private static List<String> broken(Relation relation, Map<String, Integer> now, Map<String, Integer> before) {
        var rule = new CheckRule("x", Severity.BLOCKS, relation, "x", DateRange.from(LocalDate.of(2011, 1, 1)));
        return new Verdict(said(now, before)).broken(rule).orElse(List.of());
    }
}
