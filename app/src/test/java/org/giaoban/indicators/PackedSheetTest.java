package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Qualifier;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that is said of a unit's period is one row, in which every value keeps its own version, source and place. */
@GiaoBanTest
class PackedSheetTest {

    private static final Period OCTOBER = Period.month(2018, 10);
    private static int made;

    @Autowired
    private Figures figures;

    @Autowired
    private OwnerRepository owners;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private JdbcTemplate jdbc;

    private UnitId unit = UnitId.next();

    @BeforeEach
    void aUnit() {
        var code = "PACK-" + ++made;
        unit = viewer.as(
                Viewer.SYSTEM,
                () -> organization.found(
                        new NewUnit(code, code, code, "HUYEN_UY", null, DateRange.from(LocalDate.of(2000, 1, 1)), "")));
        owners.register(organization.get(unit, OCTOBER.lastDay()));
    }

    @Test
    void everyValueKeepsItsOwnVersionSourceAndPlace() {
        var first = source("A");
        put(
                first,
                new Fact("TC17", Figure.of(1), "B2"),
                new Fact("TC10", Figure.of(new BigDecimal("20.50")).qualified(Qualifier.OVER), null),
                new Fact("TC11", Figure.missing(Absence.NONE), "B4"));
        put(source("B"), new Fact("TC12", Figure.of(5), null));
        put(
                first,
                new Fact("TC17", Figure.of(2), "C2"),
                new Fact("TC10", Figure.of(new BigDecimal("20.50")).qualified(Qualifier.OVER), null));

        assertThat(said())
                .containsExactly(
                        "TC10 20.50 OVER - - v1 A",
                        "TC11 - - NOT_REPORTED - v2 A",
                        "TC12 5 - - - v1 B",
                        "TC17 2 - - C2 v2 A");
        assertThat(jdbc.queryForObject(
                        "select count(*) from indicators.sheet_values v join indicators.owner o using (unit_no) where o.unit_id = ?",
                        Integer.class,
                        unit.value()))
                .as("one row for all of it")
                .isOne();
    }

    @Test
    void whatNothingIsSaidOfTakesNoRoom() {
        put(source("A"), new Fact("TC17", Figure.of(1), null), new Fact("TC10", Figure.of(2), null));

        assertThat(jdbc.queryForObject(
                        "select num_nulls(versions, arrivals, numerators, denominators, qualifiers, absences, places)"
                                + " from indicators.sheet_values v join indicators.owner o using (unit_no) where o.unit_id = ?",
                        Integer.class,
                        unit.value()))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sheet_values_once              | '{1,1}'  | '{1,2}'    | null | null       | null  | null
            sheet_values_even              | '{1,2}'  | '{1}'      | null | null       | null  | null
            sheet_values_even              | '{1,2}'  | '{1,2}'    | null | '{OVER}'   | null  | null
            sheet_values_value_or_absence  | '{1,2}'  | '{1,null}' | null | null       | null  | null
            sheet_values_value_or_absence  | '{1,2}'  | '{1,null}' | null | null       | '{NONE,null}' | null
            sheet_values_value_or_absence  | '{1,2}'  | '{1,2}'    | null | null       | '{NONE,null}' | null
            sheet_values_share             | '{1,2}'  | '{1,2}'    | '{3,null}' | null | null  | '{null,3}'
            sheet_values_share             | '{1,2}'  | '{1,2}'    | '{3,null}' | null | null  | null
            sheet_values_qualifier         | '{1,2}'  | '{1,2}'    | null | '{OVER,SO}' | null | null
            sheet_values_absence           | '{1,2}'  | '{1,null}' | null | null       | '{null,GONE}' | null
            """)
    void theDatabaseTakesNothingThatContradictsItself(
            String rule,
            String indicators,
            String amounts,
            String numerators,
            String qualifiers,
            String absences,
            String denominators) {
        assertThatThrownBy(
                        () -> jdbc.update(("insert into indicators.sheet_values (cell_id, unit_no, period, arrival_id,"
                                        + " indicators, amounts, numerators, qualifiers, absences, denominators)"
                                        + " values (1, 1, 201810, 1, %s, %s, %s, %s, %s, %s)")
                                .formatted(
                                        quoted(indicators),
                                        quoted(amounts),
                                        quoted(numerators),
                                        quoted(qualifiers),
                                        quoted(absences),
                                        quoted(denominators))))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(rule);
    }

    private static String quoted(String list) {
        return list.equals("null") ? list : "'" + list + "'";
    }

    private void put(FactSource source, Fact... facts) {
        viewer.run(Viewer.SYSTEM, () -> figures.put(source, unit, OCTOBER, List.of(facts)));
    }

    private static FactSource source(String label) {
        return new FactSource("test", UUID.randomUUID(), label);
    }

    private List<String> said() {
        return jdbc.queryForList("""
                select concat_ws(' ', i.code, coalesce(v.value::text, '-'), coalesce(v.qualifier, '-'), coalesce(v.absence, '-'),
                    coalesce(v.place, '-'), 'v' || v.version, a.source_label)
                from indicators.indicator_value v
                join indicators.indicator i on i.id = v.indicator_id
                join indicators.owner o on o.unit_no = v.unit_no
                join indicators.arrival a on a.cell_id = v.cell_id and a.id = v.arrival_id
                where o.unit_id = ? order by 1""", String.class, unit.value());
    }
}
