package org.giaoban.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private static final LocalDate FRIDAY = LocalDate.of(2018, 8, 31);
    private static final LocalDate HOLIDAY = LocalDate.of(2018, 9, 3);
    private final WorkingCalendar calendar = new WorkingCalendar(Set.of(HOLIDAY));

    @Test
    void weekendsAndHolidaysAreFree() {
        assertThat(calendar.isWorkingDay(FRIDAY)).isTrue();
        assertThat(calendar.isWorkingDay(FRIDAY.plusDays(1))).isFalse();
        assertThat(calendar.isWorkingDay(FRIDAY.plusDays(2))).isFalse();
        assertThat(calendar.isWorkingDay(HOLIDAY)).isFalse();
        assertThat(calendar.isWorkingDay(HOLIDAY.plusDays(1))).isTrue();
    }

    @Test
    void countsFromTheDayAfter() {
        assertThat(calendar.plusWorkingDays(FRIDAY, 1)).isEqualTo(HOLIDAY.plusDays(1));
        assertThat(calendar.plusWorkingDays(HOLIDAY, -1)).isEqualTo(FRIDAY);
        assertThat(calendar.plusWorkingDays(HOLIDAY, 0)).isEqualTo(HOLIDAY);
        assertThat(calendar.workingDaysBetween(FRIDAY, HOLIDAY)).isZero();
        assertThat(calendar.workingDaysBetween(FRIDAY, FRIDAY)).isZero();
    }

    @Test
    void addingAndCountingAgree() {
        var random = Seeded.random("working days");
        for (var i = 0; i < 500; i++) {
            var start = FRIDAY.plusDays(random.nextInt(-30, 30));
            var days = random.nextInt(-40, 40);
            var end = calendar.plusWorkingDays(start, days);

            assertThat(calendar.workingDaysBetween(start, end))
                    .as("%s + %d", start, days)
                    .isEqualTo(days);
            assertThat(days == 0 || calendar.isWorkingDay(end)).isTrue();
        }
    }
}
