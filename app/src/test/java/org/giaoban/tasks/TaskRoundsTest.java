package org.giaoban.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.platform.DeskItem;
import org.giaoban.tasks.Recurrence.DueBy;
import org.giaoban.tasks.Recurrence.Every;
import org.giaoban.tasks.Recurrence.Rhythm;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens by itself: overdue work goes up, orders come again. */
@GiaoBanTest(story = "vu-quang-2018-11")
@Import(Given.class)
class TaskRoundsTest {

    private static final LocalDate FRIDAY = LocalDate.of(2018, 11, 9);
    private static final WorkingCalendar PLAIN = new WorkingCalendar(Set.of());

    @Autowired
    private Given given;

    @Autowired
    private EscalationRound escalations;

    @Autowired
    private EscalationDesk desk;

    @Autowired
    private RepeatRound recurrences;

    @Autowired
    private RepeatRepository rows;

    @Autowired
    private TaskWork work;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void afterThreeWorkingDaysOverdueWorkIsOnTheLeadersDeskOnce() {
        var order = given.order("Quá hạn ba ngày làm việc", FRIDAY, "SL-12");
        var tuesday = FRIDAY.plusDays(4);
        run(tuesday);
        assertThat(raised("bithu")).doesNotContain("Quá hạn ba ngày làm việc");

        run(tuesday.plusDays(1));
        run(tuesday.plusDays(1));
        assertThat(raised("bithu")).containsOnlyOnce("Quá hạn ba ngày làm việc");
        assertThat(raised("bithu03")).doesNotContain("Quá hạn ba ngày làm việc");
        assertThat(steps(order)).isEqualTo(1);

        given.as("vanphong", () -> {
            work.confirm(List.of(reported(order)));
            return order;
        });
        assertThat(raised("bithu")).doesNotContain("Quá hạn ba ngày làm việc");
    }

    @Test
    void aWorkingDayRuleFindsItsDayAndALateStartMakesNothing() {
        var november = Period.month(2018, 11);
        assertThat(rhythm(Every.MONTH, DueBy.WORKDAY, 5).dueIn(november, PLAIN)).isEqualTo("2018-11-07");
        assertThat(rhythm(Every.MONTH, DueBy.WORKDAY_LEFT, 2).dueIn(november, PLAIN))
                .isEqualTo("2018-11-29");
        assertThat(rhythm(Every.MONTH, DueBy.DAY, 31).dueIn(november, PLAIN)).isEqualTo("2018-11-30");
        assertThat(rhythm(Every.QUARTER, DueBy.DAY, 25).dueIn(Period.quarter(2018, 4), PLAIN))
                .isEqualTo("2018-12-25");
        assertThat(rhythm(Every.MONTH, DueBy.DAY, 5).ripeOn(LocalDate.of(2018, 11, 6), PLAIN))
                .isNull();
        assertThat(rhythm(Every.MONTH, DueBy.DAY, 25).ripeOn(LocalDate.of(2019, 1, 2), PLAIN))
                .as("the row ended with the year")
                .isNull();
    }

    @Test
    void eachPeriodIsMadeOnceUntilTheRowEnds() {
        var author = accounts.byLogin("vanphong").orElseThrow();
        var work = new Recurrence.Work(
                given.unit("SL"), "Báo cáo tuần cuối", "x", "x", "BI_THU", null, List.of(given.unit("SL-01")));
        var row = new Recurrence(Uuid7.next(), work, rhythm(Every.MONTH, DueBy.DAY, 25), author, false);
        viewer.run(Viewer.SYSTEM, () -> rows.insert(row, Instant.parse("2018-11-01T00:00:00Z")));

        for (var day : List.of("2018-11-01", "2018-11-01", "2018-11-20", "2018-12-03", "2019-01-03")) {
            viewer.run(Viewer.SYSTEM, () -> recurrences.run(LocalDate.parse(day)));
        }

        assertThat(jdbc.queryForList(
                        "select due_on::text from tasks.task where title like 'Báo cáo tuần cuối%' order by 1",
                        String.class))
                .containsExactly("2018-11-25", "2018-12-25");
    }

    private static Rhythm rhythm(Every every, DueBy dueBy, int number) {
        return new Rhythm(every, dueBy, number, LocalDate.of(2018, 11, 1), LocalDate.of(2018, 12, 31));
    }

    private java.util.UUID reported(TaskId order) {
        viewer.run(Viewer.SYSTEM, () -> work.report(order.value(), "xong", List.of()));
        return order.value();
    }

    private int steps(TaskId order) {
        return jdbc.queryForObject(
                "select count(*) from tasks.step where task_id = ? and act = 'ESCALATE'", Integer.class, order.value());
    }

    private List<String> raised(String login) {
        return given.as(
                login,
                () -> desk.items(FRIDAY, 500).stream().map(DeskItem::title).toList());
    }

    private void run(LocalDate day) {
        viewer.run(Viewer.SYSTEM, () -> escalations.run(day));
    }
}
