package org.giaoban.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.meetings.Recurrence.Occurrence;
import org.giaoban.meetings.Recurrence.Pattern;
import org.giaoban.meetings.Recurrence.Rule;
import org.giaoban.meetings.Recurrence.Setting;
import org.giaoban.meetings.Recurrence.Shift;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2019, 1, 1);
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(Set.of(NEW_YEAR, LocalDate.of(2019, 4, 15)));
    private static final Setting SETTING = new Setting(LocalTime.of(7, 30), 150, "Hội trường", 20);

    @Test
    void theFirstWorkingDayLeapsOverTheHoliday() {
        var rule = rule(Pattern.WORKING_DAY, 1, null, 1, Shift.AFTER);

        assertThat(next(rule, "2018-12-03")).isEqualTo(LocalDate.of(2019, 1, 2));
        assertThat(next(rule, "2018-11-01")).isEqualTo(LocalDate.of(2018, 12, 3));
        assertThat(next(rule(Pattern.WORKING_DAY, -1, null, 1, Shift.STAY), "2019-03-01"))
                .isEqualTo(LocalDate.of(2019, 3, 29));
    }

    @Test
    void aDayOnAHolidayIsMovedByTheRuleAndKeepsItsName() {
        var fifteenth = LocalDate.of(2019, 4, 15);
        assertThat(rule(Pattern.DAY, 15, null, 1, Shift.AFTER).after(fifteenth.minusDays(1), CALENDAR))
                .contains(new Occurrence(fifteenth, LocalDate.of(2019, 4, 16)));
        assertThat(rule(Pattern.DAY, 15, null, 1, Shift.BEFORE).after(fifteenth.minusDays(1), CALENDAR))
                .contains(new Occurrence(fifteenth, LocalDate.of(2019, 4, 12)));
        assertThat(rule(Pattern.DAY, 15, null, 1, Shift.STAY).after(fifteenth.minusDays(1), CALENDAR))
                .contains(new Occurrence(fifteenth, fifteenth));
    }

    @Test
    void aMonthTooShortMeetsOnItsLastDay() {
        assertThat(next(rule(Pattern.DAY, 31, null, 1, Shift.STAY), "2019-01-31"))
                .isEqualTo(LocalDate.of(2019, 2, 28));
        assertThat(next(rule(Pattern.DAY, -1, null, 1, Shift.STAY), "2019-01-31"))
                .isEqualTo(LocalDate.of(2019, 2, 28));
    }

    @Test
    void theSecondFridayOfEveryQuarter() {
        var rule = rule(Pattern.WEEKDAY, 2, 5, 3, Shift.AFTER);

        assertThat(next(rule, "2019-01-01")).isEqualTo(LocalDate.of(2019, 1, 11));
        assertThat(next(rule, "2019-01-11")).isEqualTo(LocalDate.of(2019, 4, 12));
        assertThat(next(rule(Pattern.WEEKDAY, -1, 4, 1, Shift.AFTER), "2019-01-01"))
                .isEqualTo(LocalDate.of(2019, 1, 31));
    }

    @Test
    void aSeriesThatHasEndedMeetsNoMore() {
        var rule = new Recurrence(
                new Rule(Pattern.DAY, 3, null, 1, 1),
                Shift.STAY,
                SETTING,
                new DateRange(LocalDate.of(2018, 1, 1), LocalDate.of(2019, 2, 3)),
                1);

        assertThat(rule.after(LocalDate.of(2019, 1, 2), CALENDAR)).isPresent();
        assertThat(rule.after(LocalDate.of(2019, 1, 3), CALENDAR)).isEmpty();
        assertThat(next(rule, "2017-05-01")).isEqualTo(LocalDate.of(2018, 1, 3));
    }

    private static LocalDate next(Recurrence rule, String after) {
        return rule.after(LocalDate.parse(after), CALENDAR).orElseThrow().day();
    }

    private static Recurrence rule(Pattern pattern, int number, Integer weekday, int every, Shift shift) {
        return new Recurrence(
                new Rule(pattern, number, weekday, every, 1),
                shift,
                SETTING,
                DateRange.from(LocalDate.of(2018, 1, 1)),
                1);
    }
}
