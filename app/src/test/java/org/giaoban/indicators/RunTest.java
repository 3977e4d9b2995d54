package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.giaoban.kernel.Period;
import org.junit.jupiter.api.Test;

/** Runs of months, and what they are called. */
class RunTest {

    @Test
    void everyRunHasAPeriodOfExactlyItsMonths() {
        assertThat(Run.ALL).hasSize(27).doesNotHaveDuplicates();
        for (var run : Run.ALL) {
            var period = run.in(2018);
            assertThat(Run.of(period)).as("%s", run).contains(run);
            assertThat(period.from()).isEqualTo(LocalDate.of(2018, run.from(), 1));
            assertThat(run.lastDay(2018)).isEqualTo(period.lastDay());
            assertThat(run.grows()).isEqualTo(run.from() == 1);
        }
        assertThat(new Run(4, 6).in(2018)).isEqualTo(Period.quarter(2018, 2));
        assertThat(new Run(10, 12).in(2018)).isEqualTo(Period.quarter(2018, 4));
        assertThat(new Run(5, 5).in(2018)).isEqualTo(Period.month(2018, 5));
    }

    @Test
    void aStretchIsPrintedUnderANumberBelowNought() {
        var month = Period.month(2018, 3);
        assertThat(PeriodKey.printed(month)).isEqualTo(PeriodKey.of(month));
        for (var ordinal : new int[] {17, 137}) {
            var stretch = new Period(Period.Kind.STRETCH, 2018, ordinal);
            assertThat(PeriodKey.printed(stretch)).isEqualTo(-(20_180_000 + ordinal));
            assertThat(PeriodKey.period(PeriodKey.printed(stretch))).isEqualTo(stretch);
            assertThat(Run.of(stretch)).isEmpty();
        }
    }
}
