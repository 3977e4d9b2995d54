package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.indicators.IndicatorRelation.Cut;
import org.giaoban.indicators.IndicatorRelation.Kind;
import org.giaoban.kernel.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelationChecksTest {

    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate TURN = LocalDate.of(2018, 1, 1);

    private static IndicatorRelation part(String code, LocalDate from, @Nullable LocalDate until) {
        var cut = new Cut("theo loại", "by kind");
        return new IndicatorRelation(
                (short) 1, "AA01", code, Kind.PARTITION, cut, Severity.BLOCKS, new DateRange(from, until));
    }

    private static List<Relation> on(List<IndicatorRelation> relations, LocalDate day) {
        return RelationChecks.of(relations).stream()
                .filter(check -> check.valid().contains(day))
                .map(CheckRule::relation)
                .toList();
    }

    @Test
    void aPartThatComesLaterMakesAnotherSumFromItsFirstDay() {
        var cut = List.of(part("AA02", START, null), part("AA03", START, TURN), part("AA04", TURN, null));

        assertThat(on(cut, TURN.minusDays(1))).containsExactly(new Relation.Sum("AA01", List.of("AA02", "AA03")));
        assertThat(on(cut, TURN)).containsExactly(new Relation.Sum("AA01", List.of("AA02", "AA04")));
        assertThat(on(cut, START.minusDays(1))).isEmpty();
    }

    @Test
    void onePartAloneIsNoSum() {
        assertThat(on(List.of(part("AA02", START, null)), TURN)).isEmpty();
    }
}
