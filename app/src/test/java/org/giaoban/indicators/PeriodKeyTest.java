package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.giaoban.kernel.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-01",
                "2018-12",
                "2018-Q1",
                "2018-Q4",
                "2018-H2",
                "2018-4M",
                "2018-6M",
                "2018-9M",
                "2018",
                "2018-YTD-01",
                "2018-YTD-12"
            })
    void isReadBackAsThePeriodItStandsFor(String code) {
        var key = PeriodKey.of(Period.parse(code));

        assertThat(PeriodKey.period(key)).isEqualTo(Period.parse(code));
        assertThat(key).isBetween(201800, 201899);
    }

    @Test
    void sixMonthsGoByThreeNamesAndAMonthOfJanuaryByTwo() {
        assertThat(PeriodKey.alike(Period.parse("2018-6M")))
                .containsExactlyInAnyOrder(
                        Period.parse("2018-6M"), Period.parse("2018-H1"), Period.parse("2018-YTD-06"));
        assertThat(PeriodKey.alike(Period.parse("2018-01")))
                .containsExactlyInAnyOrder(Period.parse("2018-01"), Period.parse("2018-YTD-01"));
    }

    @Test
    void noTwoStoredPeriodsShareAPlaceInOneBucket() {
        var spans = StoredPeriods.of(0, Period.parse("2018-YTD-10"));
        var seen = new HashSet<Integer>();

        assertThat(spans).allSatisfy(span -> assertThat(seen.add(span.period())).isTrue());
        assertThat(spans).filteredOn(span -> span.grain() == 1).hasSize(10);
        assertThat(spans)
                .filteredOn(span -> span.grain() == 2)
                .extracting(RollUp.Span::place)
                .containsExactly(3, 6, 9);
    }
}
