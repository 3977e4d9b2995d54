package org.giaoban.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.people.People;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself refuses, whatever the code above it forgets. */
@GiaoBanTest(story = "vu-quang-2018-11")
class TreeConstraintsTest {

    @Autowired
    private Organization organization;

    @Autowired
    private People people;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aUnitHasOneVersionADay() {
        refused(
                "unit_version_pkey",
                "insert into organization.unit_version (unit_id, valid, name, short_name, kind, parent_unit_id, basis) "
                        + "select unit_id, daterange('2018-01-01', '2018-02-01'), name, short_name, kind, parent_unit_id, '' "
                        + "from organization.unit_version where unit_id = ?",
                unit("SL-01"));
    }

    @Test
    void aUnitDoesNotOutliveTheOneAboveIt() {
        refused(
                "unit_version_parent",
                "update organization.unit_version set valid = daterange(lower(valid), '2018-06-01') where unit_id = ?",
                unit("SL-UB"));
    }

    @Test
    void aMandateDoesNotOutliveItsUnit() {
        refused(
                "mandate_unit",
                "update organization.unit_version set valid = daterange(lower(valid), '2018-06-01') where unit_id = ?",
                unit("SL-05"));
    }

    @Test
    void aSinglePostHasOneHolderADay() {
        refused(
                "mandate_one_holder",
                "insert into organization.mandate (id, person_id, unit_id, post, single, method, valid, decision) "
                        + "values (gen_random_uuid(), ?, ?, 'BI_THU', true, 'ELECTED', '[2018-01-01,2018-01-02)', '')",
                people.byCode("P-019").orElseThrow().value(),
                unit("SL-01"));
    }

    @Test
    void theFlagOfASinglePostCannotBeForged() {
        refused(
                "mandate_post_single_fkey",
                "insert into organization.mandate (id, person_id, unit_id, post, single, method, valid, decision) "
                        + "values (gen_random_uuid(), ?, ?, 'BI_THU', false, 'ELECTED', '[2018-01-01,2018-01-02)', '')",
                people.byCode("P-019").orElseThrow().value(),
                unit("SL-01"));
    }

    @Test
    void aUnitIsNeverDeletedAndKeepsItsCode() {
        assertThatThrownBy(() -> db.execute("delete from organization.unit where id = ?", unit("SL-01")))
                .hasRootCauseMessage("ERROR: permission denied for table unit");
        assertThatThrownBy(() -> db.execute("update organization.unit set code = 'X' where id = ?", unit("SL-01")))
                .hasRootCauseMessage("ERROR: permission denied for table unit");
    }

    @Test
    void theWorkingCalendarKnowsPublicHolidays() {
        var calendar = organization.workingCalendar();

        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 9, 3))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 9, 4))).isTrue();
        assertThat(calendar.workingDaysBetween(LocalDate.of(2018, 2, 13), LocalDate.of(2018, 2, 21)))
                .isEqualTo(1);
    }

    private void refused(String constraint, String sql, UUID... ids) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> db.execute(sql, (Object[]) ids)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(constraint);
    }

    private UUID unit(String code) {
        return organization.idOf(code).value();
    }
}
