package org.giaoban.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DateRangeTest {

    private static final LocalDate DAY = LocalDate.of(2018, 11, 1);

    @Test
    void endsBeforeItsUntil() {
        var range = DateRange.ofDays(DAY, DAY.plusDays(1));

        assertThat(range.contains(DAY.minusDays(1))).isFalse();
        assertThat(range.contains(DAY)).isTrue();
        assertThat(range.contains(DAY.plusDays(1))).isTrue();
        assertThat(range.contains(DAY.plusDays(2))).isFalse();
        assertThat(range.lastDay()).contains(DAY.plusDays(1));
    }

    @Test
    void withoutEndGoesOn() {
        assertThat(DateRange.from(DAY).open()).isTrue();
        assertThat(DateRange.from(DAY).contains(LocalDate.of(9999, 1, 1))).isTrue();
        assertThat(DateRange.from(DAY).lastDay()).isEmpty();
        assertThat(DateRange.from(DAY).until(DAY).empty()).isTrue();
    }

    @Test
    void cannotEndBeforeItStarts() {
        assertThatThrownBy(() -> new DateRange(DAY, DAY.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neighboursDoNotOverlap() {
        assertThat(new DateRange(DAY, DAY.plusDays(5)).overlaps(DateRange.from(DAY.plusDays(5))))
                .isFalse();
        assertThat(new DateRange(DAY, DAY.plusDays(6)).overlaps(DateRange.from(DAY.plusDays(5))))
                .isTrue();
    }

    @Test
    void agreesWithCountingDaysOneByOne() {
        var random = Seeded.random("date ranges");
        for (var i = 0; i < 500; i++) {
            var one = some(random);
            var other = some(random);
            var shared = DAY.minusDays(1)
                    .datesUntil(DAY.plusDays(60))
                    .filter(day -> one.contains(day) && other.contains(day))
                    .toList();

            assertThat(one.overlaps(other)).as("%s and %s", one, other).isEqualTo(!shared.isEmpty());
            assertThat(other.overlaps(one)).isEqualTo(!shared.isEmpty());
            one.intersection(other)
                    .ifPresent(both ->
                            assertThat(shared).allMatch(both::contains).first().isEqualTo(both.from()));
            assertThat(one.contains(other))
                    .as("%s contains %s", one, other)
                    .isEqualTo(!other.empty() && !other.open() && shared.size() == days(other)
                            || other.open() && one.open() && !one.from().isAfter(other.from()));
        }
    }

    private static long days(DateRange range) {
        return range.from().datesUntil(range.until()).count();
    }

    private static DateRange some(Random random) {
        var from = DAY.plusDays(random.nextInt(20));
        return random.nextInt(4) == 0 ? DateRange.from(from) : new DateRange(from, from.plusDays(random.nextInt(20)));
    }
}
