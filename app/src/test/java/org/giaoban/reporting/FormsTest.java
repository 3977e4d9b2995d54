package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A province with a commune, its grassroots organisation and a branch: each fills in the form of its kind. */
@GiaoBanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsTest {

    private static final Period MARCH = Period.month(2026, 3);
    private static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);

    @Autowired
    private Forms forms;

    @Autowired
    private FormRepository repository;

    @Autowired
    private Organization organization;

    @Autowired
    private Indicators indicators;

    @Autowired
    private CurrentViewer viewer;

    private UnitId top;

    @BeforeAll
    void found() {
        viewer.run(Viewer.SYSTEM, () -> {
            top = unit("T", "TINH_UY", null);
            var commune = unit("T-1", "DANG_UY_XA_2025", top);
            unit("T-2", "DANG_UY_XA_2025", top);
            var grassroots = unit("T-1-1", "DANG_UY_CO_SO", commune);
            unit("T-1-2", "CHI_BO_CO_SO", commune);
            unit("T-1-1-1", "CHI_BO", grassroots);
        });
    }

    private UnitId unit(String code, String kind, @Nullable UnitId parent) {
        return organization.found(
                new NewUnit(code, "Đơn vị " + code, code, kind, parent, DateRange.from(FOUNDED), "01-QĐ/TU"));
    }

    private Form form(String unit, Period period) {
        var found = organization.get(organization.idOf(unit), period.lastDay());
        return forms.madeFor(found, period).orElseThrow();
    }

    @Test
    void everyKindHasItsOwnForm() {
        assertThat(form("T-1", MARCH).code()).isEqualTo("XA-THANG");
        assertThat(form("T-1-1", MARCH).code()).isEqualTo("TH-THANG");
        assertThat(form("T-1-1-1", MARCH).code()).isEqualTo("CB-THANG");
        assertThat(form("T", Period.quarter(2026, 1)).code()).isEqualTo("T-KY");
        assertThat(form("T-2", Period.ofYear(2026)).code()).isEqualTo("XA-NAM");
        assertThat(forms.madeFor(organization.get(top, MARCH.lastDay()), MARCH)).isEmpty();
    }

    @Test
    void theKindOnThePeriodsLastDayDecides() {
        assertThat(form("T-1", Period.month(2025, 12)).version()).isEqualTo(1);
        assertThat(form("T-1", Period.month(2025, 12)).code()).isEqualTo("TH-THANG");
        assertThat(form("T-1-1", MARCH).version()).isEqualTo(2);
        var commune = organization.get(organization.idOf("T-1"), MARCH.lastDay());
        assertThat(forms.find("TH-THANG", commune, MARCH)).isEmpty();
        assertThat(forms.find("TH-THANG", commune, Period.month(2025, 12))).isPresent();
    }

    @Test
    void whatUnitsBelowReportIsNotAskedAgain() {
        assertThat(form("T-2", MARCH).indicators()).contains("TC10", "SH01", "TT01");
        assertThat(form("T-1", MARCH).indicators()).contains("TT01", "KT01").doesNotContain("TC10", "SH01", "TC05");
        assertThat(form("T-1-1", MARCH).indicators()).contains("TC05", "TT01").doesNotContain("TC10");
        assertThat(form("T-1-2", MARCH).indicators()).contains("TC10");
        assertThat(form("T-1-1-1", MARCH).indicators()).contains("TC10", "SH04").doesNotContain("TT01");
    }

    @Test
    void noFigureIsAskedTwiceOnTheWayUp() {
        var sums = Set.of("TC10", "TC17", "SH01", "SH04", "TC30");
        for (var code : List.of("T-1-1-1", "T-1-1", "T-1")) {
            var asked = new HashSet<>(form(code, MARCH).indicators());
            asked.retainAll(sums);
            assertThat(asked).as(code).hasSize(code.equals("T-1-1-1") ? sums.size() : 0);
        }
    }

    @Test
    void whoHasNobodyAboveOwesNothing() {
        var quarter = Period.quarter(2026, 1);
        var units = organization.units(quarter.lastDay());
        var provincial = repository.find("T-KY", quarter).orElseThrow();
        assertThat(forms.owing(units, provincial)).isEmpty();
        assertThat(forms.owing(units, repository.find("XA-KY", quarter).orElseThrow()))
                .extracting(unit -> unit.code())
                .containsExactly("T-1", "T-2");
    }

    @Test
    void everyIndicatorThatIsNotCalculatedIsAskedSomewhere() {
        var asked = repository.all().stream()
                .flatMap(form -> Stream.concat(
                        form.indicators().stream(),
                        form.sections().stream().flatMap(section -> Stream.ofNullable(section.indicator()))))
                .collect(Collectors.toSet());
        var calculated = Set.of("TC18", "TC19", "SH02", "SH05", "SH12", "DH05");
        var requests = Set.of("DH09");
        for (var day : List.of(LocalDate.of(2017, 6, 1), LocalDate.of(2026, 6, 1))) {
            assertThat(indicators.catalogue(day))
                    .extracting(indicator -> indicator.code())
                    .filteredOn(code -> !asked.contains(code))
                    .allMatch(code -> calculated.contains(code) || requests.contains(code));
        }
    }

    @Test
    void datesCountWorkingDays() {
        var calendar = new WorkingCalendar(Set.of(LocalDate.of(2018, 9, 3)));
        var friday = LocalDate.of(2018, 8, 31);
        assertThat(new DueRule(FOUNDED, null, 2, null, null).after(friday, calendar))
                .isEqualTo(LocalDate.of(2018, 9, 5));
        assertThat(new DueRule(FOUNDED, null, -1, null, null).after(friday, calendar))
                .isEqualTo(LocalDate.of(2018, 8, 30));
        assertThat(new DueRule(FOUNDED, 5, null, null, null).after(friday, calendar))
                .isEqualTo(LocalDate.of(2018, 9, 5));
        assertThat(new DueRule(FOUNDED, null, null, 25, null).after(friday, calendar))
                .isEqualTo(LocalDate.of(2018, 8, 25));
        assertThat(new DueRule(FOUNDED, null, null, 31, 1).after(friday, calendar))
                .isEqualTo(LocalDate.of(2018, 9, 30));
    }

    @Test
    void theProfilesHolidaysMoveADate() {
        // 30 April and 1 May are not worked: the fifth working day after April is the 8th.
        assertThat(form("T-1-1", Period.month(2026, 4)).dueOn(Period.month(2026, 4)))
                .isEqualTo(LocalDate.of(2026, 5, 8));
        assertThat(form("T-1", Period.quarter(2026, 1)).dueOn(Period.quarter(2026, 1)))
                .isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(form("T-1-1-1", MARCH).dueOn(MARCH)).isEqualTo(LocalDate.of(2026, 3, 25));
    }
}
