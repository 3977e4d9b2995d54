package org.giaoban.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.giaoban.platform.Refused;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final LocalDate DUE = LocalDate.of(2018, 10, 15);
    private final Terms first = Terms.first("một báo cáo", DUE);

    @Test
    void anExtensionIsCountedAndTheFirstDateStays() {
        var twice = first.extended(DUE.plusDays(10)).extended(DUE.plusDays(20));

        assertThat(twice).isEqualTo(new Terms("một báo cáo", DUE.plusDays(20), DUE, 2));
    }

    @Test
    void anExtensionGoesForwardOnly() {
        assertThatThrownBy(() -> first.extended(DUE)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Terms.first("x", null).extended(DUE)).isInstanceOf(Refused.class);
    }

    @Test
    void labelsFollowTheDates() {
        assertThat(first.label(TaskState.GIVEN, null, DUE.minusDays(4))).isEqualTo(TaskLabel.NOT_DUE);
        assertThat(first.label(TaskState.ACCEPTED, null, DUE.minusDays(4))).isEqualTo(TaskLabel.IN_TIME);
        assertThat(first.label(TaskState.ACCEPTED, null, DUE.minusDays(3))).isEqualTo(TaskLabel.DUE_SOON);
        assertThat(first.label(TaskState.ACCEPTED, null, DUE)).isEqualTo(TaskLabel.DUE_SOON);
        assertThat(first.label(TaskState.RETURNED, null, DUE.plusDays(1))).isEqualTo(TaskLabel.OVERDUE);
        assertThat(first.label(TaskState.CONFIRMED, DUE, DUE.plusDays(9))).isEqualTo(TaskLabel.DONE_IN_TIME);
        assertThat(first.label(TaskState.CONFIRMED, DUE.plusDays(1), DUE.plusDays(9)))
                .isEqualTo(TaskLabel.DONE_LATE);
        assertThat(first.label(TaskState.CANCELLED, null, DUE.plusDays(9))).isEqualTo(TaskLabel.CANCELLED);
        assertThat(Terms.first("x", null).label(TaskState.GIVEN, null, DUE)).isEqualTo(TaskLabel.UNDATED);
    }

    @Test
    void anExtendedTaskIsNeverDoneInTime() {
        var extended = first.extended(DUE.plusDays(10));

        assertThat(extended.label(TaskState.CONFIRMED, DUE.plusDays(5), DUE.plusDays(6)))
                .isEqualTo(TaskLabel.DONE_EXTENDED);
        assertThat(extended.label(TaskState.CONFIRMED, DUE, DUE.plusDays(6))).isEqualTo(TaskLabel.DONE_IN_TIME);
    }

    @Test
    void daysLateStopOnTheDayOfTheReport() {
        assertThat(first.daysLate(TaskState.ACCEPTED, null, DUE.plusDays(2))).isEqualTo(2);
        assertThat(first.daysLate(TaskState.REPORTED, DUE.plusDays(1), DUE.plusDays(30)))
                .isEqualTo(1);
        assertThat(first.daysLate(TaskState.ACCEPTED, null, DUE)).isZero();
        assertThat(first.daysLate(TaskState.CANCELLED, null, DUE.plusDays(30))).isZero();
    }
}
