package org.giaoban.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.giaoban.kernel.DateRange;
import org.giaoban.organization.Milestones.Milestone;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GiaoBanTest(story = "vu-quang-2018-11")
class MilestonesTest {

    private static final DateRange THAT_YEAR = new DateRange(LocalDate.of(2011, 1, 1), LocalDate.of(2012, 1, 1));
    private static final LocalDate FOUNDED = LocalDate.of(2011, 3, 1);

    @Autowired
    private Milestones milestones;

    @Autowired
    private Organization organization;

    @Test
    void aUnitIsFoundedAndTheOneAboveGetsIt() {
        assertThat(milestones.of(organization.idOf("SL-NTM"), THAT_YEAR))
                .containsExactly(new Milestone(FOUNDED, "thành lập"));
        assertThat(milestones.of(organization.idOf("SL-UB"), THAT_YEAR))
                .containsExactly(new Milestone(FOUNDED, "trực thuộc thêm: VPĐP NTM"));
    }

    @Test
    void otherYearsAndOtherUnitsHaveNone() {
        assertThat(milestones.of(
                        organization.idOf("SL-UB"),
                        DateRange.ofDays(LocalDate.of(2012, 1, 1), LocalDate.of(2018, 1, 1))))
                .isEmpty();
        assertThat(milestones.of(organization.idOf("SL-01"), THAT_YEAR)).isEmpty();
    }
}
