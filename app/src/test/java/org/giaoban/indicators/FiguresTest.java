package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.FigureLine.Counts;
import org.giaoban.indicators.FigureLine.Standing;
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
import org.springframework.beans.factory.annotation.Autowired;

@GiaoBanTest
class FiguresTest {

    private static final Period OCTOBER = Period.month(2018, 10);
    private static final Period TO_OCTOBER = Period.parse("2018-YTD-10");
    private static int made;

    private final Figures figures;
    private final Targets targets;
    private final Organization organization;
    private final CurrentViewer viewer;

    private UnitId district = UnitId.next();
    private UnitId east = UnitId.next();
    private UnitId west = UnitId.next();

    @Autowired
    FiguresTest(Figures figures, Targets targets, Organization organization, CurrentViewer viewer) {
        this.figures = figures;
        this.targets = targets;
        this.organization = organization;
        this.viewer = viewer;
    }

    @BeforeEach
    void aDistrictOfTwo() {
        made++;
        district = unit("D" + made, "HUYEN_UY", null);
        east = unit("D" + made + "-01", "DANG_UY_XA", district);
        west = unit("D" + made + "-02", "DANG_UY_XA", district);
    }

    @Test
    void flowsAddUpOverUnitsAndMonthsWhileStocksTakeTheLastMonth() {
        say(east, "2018-09", "TC17", 2, "TC10", 200);
        say(east, "2018-10", "TC17", 3, "TC10", 204);
        say(west, "2018-09", "TC17", 1, "TC10", 100);
        say(west, "2018-10", "TC17", 0, "TC10", 99);

        assertThat(value(district, OCTOBER, "TC17")).isEqualByComparingTo("3");
        assertThat(value(district, TO_OCTOBER, "TC17")).isEqualByComparingTo("6");
        assertThat(value(district, TO_OCTOBER, "TC10")).isEqualByComparingTo("303");
        assertThat(value(east, TO_OCTOBER, "TC17")).isEqualByComparingTo("5");
    }

    @Test
    void aRateIsRecomputedFromItsPartsAndNeverAveraged() {
        put(east, "2018-10", new Fact("TC30", share(9, 10), null));
        put(west, "2018-10", new Fact("TC30", share(500, 1000), null));

        assertThat(value(district, OCTOBER, "TC30")).isEqualByComparingTo("50.39603960396040");
        assertThat(value(east, OCTOBER, "TC30")).isEqualByComparingTo("90");
    }

    @Test
    void aPercentageWithoutItsPartsStandsAloneButIsNotMixedWithOthers() {
        put(east, "2018-10", new Fact("TC30", Figure.of(98).qualified(Qualifier.OVER), null));

        assertThat(figure(district, OCTOBER, "TC30")).isEqualTo(Figure.of(98).qualified(Qualifier.OVER));

        put(west, "2018-10", new Fact("TC30", share(1, 2), null));
        assertThat(figure(district, OCTOBER, "TC30")).isEqualTo(Figure.missing(Absence.NOT_APPLICABLE));
    }

    @Test
    void absenceIsToldApartAndNeverCountsAsZero() {
        assertThat(row(district, OCTOBER, "KX11").actual().counts()).isEqualTo(new Counts(2, 0, 0, 0, 0, 2, 0));

        put(east, "2018-10", new Fact("KX11", Figure.missing(Absence.NONE), null));
        assertThat(figure(district, OCTOBER, "KX11")).isEqualTo(Figure.missing(Absence.NOT_REPORTED));

        put(west, "2018-10", new Fact("KX11", Figure.missing(Absence.NONE), null));
        assertThat(figure(district, OCTOBER, "KX11")).isEqualTo(Figure.missing(Absence.NONE));

        put(west, "2018-10", new Fact("KX11", Figure.of(0), null));
        assertThat(figure(district, OCTOBER, "KX11")).isEqualTo(Figure.of(0));
        assertThat(row(district, OCTOBER, "KX11").actual().counts()).isEqualTo(new Counts(2, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void aUnitWhoseLastMonthIsMissingCountsAsFarAsItGoes() {
        say(east, "2018-09", "TC17", 2);
        say(east, "2018-10", "TC17", 1);
        say(west, "2018-09", "TC17", 4);

        var line = row(district, TO_OCTOBER, "TC17");

        assertThat(line.actual().value()).isEqualByComparingTo("7");
        assertThat(line.actual().counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void aFigureForExactlyThePeriodAskedGoesBeforeItsMonths() {
        say(east, "2022-03", "TT01", 10);
        say(east, "2022-4M", "TT01", 3615);

        assertThat(value(district, Period.parse("2022-4M"), "TT01")).isEqualByComparingTo("3615");
        assertThat(value(district, Period.parse("2022-YTD-04"), "TT01")).isEqualByComparingTo("3615");
        assertThat(value(district, Period.parse("2022-Q1"), "TT01")).isEqualByComparingTo("10");
    }

    @Test
    void calculatedIndicatorsFollowTheirFormulas() {
        say(east, "2018-09", "SH01", 9, "TC05", 10, "SH08", 6, "SH09", 3, "SH10", 0, "SH11", 0, "TC17", 2);
        say(east, "2018-10", "SH01", 10, "TC05", 10, "SH08", 7, "SH09", 2, "SH10", 1, "SH11", 0, "TC17", 1);
        target(east, "TC17", 4);

        assertThat(value(district, TO_OCTOBER, "SH12")).isEqualByComparingTo("68.42105263157895");
        assertThat(value(district, TO_OCTOBER, "SH02")).isEqualByComparingTo("95");
        assertThat(value(district, TO_OCTOBER, "TC19")).isEqualByComparingTo("75");
        assertThat(value(district, TO_OCTOBER, "TC18")).isEqualByComparingTo("4");
    }

    @Test
    void theAverageOverCommunesCountsEachOnceAndLeavesOutTheTown() {
        say(east, "2018-10", "KX07", 12);
        say(west, "2018-10", "KX07", 17);
        var town = unit("D" + made + "-03", "DANG_UY_THI_TRAN", district);
        put(town, "2018-10", new Fact("KX07", Figure.missing(Absence.NOT_APPLICABLE), null));

        assertThat(value(district, OCTOBER, "KX07")).isEqualByComparingTo("14.5");
        assertThat(row(district, OCTOBER, "KX07").actual().counts()).isEqualTo(new Counts(3, 2, 0, 0, 1, 0, 0));
    }

    @Test
    void aLineHoldsPlanPaceLastYearTheMonthBeforeAndTheLowestUnits() {
        say(east, "2017-10", "TC17", 1);
        say(east, "2018-09", "TC17", 1);
        say(east, "2018-10", "TC17", 1);
        say(west, "2018-10", "TC17", 6);
        target(east, "TC17", 8);
        target(west, "TC17", 4);

        var line = row(district, TO_OCTOBER, "TC17");

        assertThat(line.plan().year()).isEqualByComparingTo("12");
        assertThat(line.plan().pace()).isEqualByComparingTo("10");
        assertThat(line.paceOfPlan()).isEqualByComparingTo("83.33333333333333");
        assertThat(line.standing()).isEqualTo(Standing.BEHIND);
        assertThat(line.sameLastYear().value()).isEqualByComparingTo("1");
        assertThat(line.change()).isEqualByComparingTo("7");
        assertThat(line.changePercent()).isEqualByComparingTo("700");
        assertThat(line.previous().value()).isEqualByComparingTo("1");
        assertThat(line.lowest()).singleElement().satisfies(lowest -> {
            assertThat(lowest.unit()).isEqualTo(east);
            assertThat(lowest.rolled().value()).isEqualByComparingTo("2");
            assertThat(lowest.standing()).isEqualTo(Standing.FAR_BEHIND);
        });
    }

    @Test
    void puttingTheSameTwiceChangesNothingAndACorrectionMakesANewVersion() {
        var source = new FactSource("return", UUID.randomUUID(), "TH-THANG");
        put(
                source,
                east,
                "2018-10",
                new Fact("TC17", Figure.of(2), "B1!D12"),
                new Fact("TC22", Figure.of(1), "B1!D13"));
        var first = ref(district, "TC17");

        put(
                source,
                east,
                "2018-10",
                new Fact("TC17", Figure.of(2), "B1!D12"),
                new Fact("TC22", Figure.of(1), "B1!D13"));
        assertThat(ref(district, "TC17")).isEqualTo(first);

        put(source, east, "2018-10", new Fact("TC17", Figure.of(3), "B1!D12"));
        assertThat(ref(district, "TC17").version()).isGreaterThan(first.version());
        assertThat(value(district, OCTOBER, "TC17")).isEqualByComparingTo("3");
        assertThat(figure(district, OCTOBER, "TC22")).isEqualTo(Figure.missing(Absence.NOT_REPORTED));

        as(() -> {
            figures.withdraw(source, east, OCTOBER);
            return source;
        });
        assertThat(figure(district, OCTOBER, "TC17")).isEqualTo(Figure.missing(Absence.NOT_REPORTED));
    }

    @Test
    void aFrozenFigureKeepsItsValueAndSaysWhenTheRowsWereCorrected() {
        say(east, "2018-10", "TC17", 2);
        var frozen = as(() -> figures.freeze(figures.ref(district, OCTOBER, "TC17")));
        assertThat(frozen.corrected()).isFalse();
        assertThat(frozen.text()).isEqualTo("2");

        say(west, "2018-10", "TC17", 1);

        var now = as(() -> figures.frozen(frozen.id()).orElseThrow());
        assertThat(now.corrected()).isTrue();
        assertThat(now.text()).isEqualTo("2");
        assertThat(now.textNow()).isEqualTo("3");
        assertThat(now.ref()).isEqualTo(frozen.ref());
    }

    @Test
    void aPeriodIsCountedOverTheTreeOfItsLastDay() {
        say(east, "2018-10", "TC17", 2);
        var later = as(() -> organization.found(new NewUnit(
                "D" + made + "-09",
                "Đảng ủy mới",
                "Mới",
                "DANG_UY_XA",
                district,
                DateRange.from(LocalDate.of(2019, 1, 1)),
                "")));
        put(new FactSource("test", UUID.randomUUID(), ""), later, "2019-01", new Fact("TC17", Figure.of(5), null));

        assertThat(row(district, OCTOBER, "TC17").actual().counts().expected()).isEqualTo(2);
        assertThat(row(district, Period.month(2019, 1), "TC17")
                        .actual()
                        .counts()
                        .expected())
                .isEqualTo(3);
        assertThat(value(district, Period.month(2019, 1), "TC17")).isEqualByComparingTo("5");
    }

    private UnitId unit(String code, String kind, @org.jspecify.annotations.Nullable UnitId parent) {
        var valid = DateRange.from(LocalDate.of(2015, 1, 1));
        return as(() -> organization.found(new NewUnit(code, "Đơn vị " + code, code, kind, parent, valid, "")));
    }

    private void say(UnitId unit, String period, Object... codesAndValues) {
        var facts = new java.util.ArrayList<Fact>();
        for (var at = 0; at < codesAndValues.length; at += 2) {
            facts.add(new Fact((String) codesAndValues[at], Figure.of((int) codesAndValues[at + 1]), null));
        }
        put(new FactSource("test", UUID.randomUUID(), "test"), unit, period, facts.toArray(Fact[]::new));
    }

    private void put(UnitId unit, String period, Fact... facts) {
        put(new FactSource("test", UUID.randomUUID(), "test"), unit, period, facts);
    }

    private void put(FactSource source, UnitId unit, String period, Fact... facts) {
        as(() -> {
            figures.put(source, unit, Period.parse(period), List.of(facts));
            return unit;
        });
    }

    private void target(UnitId unit, String indicator, int value) {
        as(() -> {
            targets.set(unit, indicator, 2018, BigDecimal.valueOf(value), List.of());
            return unit;
        });
    }

    private static Figure share(int part, int whole) {
        return Figure.share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), BigDecimal.valueOf(100));
    }

    private FigureRef ref(UnitId unit, String indicator) {
        return as(() -> figures.ref(unit, OCTOBER, indicator));
    }

    private FigureLine row(UnitId unit, Period period, String indicator) {
        return as(() -> figures.row(unit, period, indicator));
    }

    private Figure figure(UnitId unit, Period period, String indicator) {
        return as(() -> figures.value(unit, period, indicator));
    }

    private BigDecimal value(UnitId unit, Period period, String indicator) {
        return figure(unit, period, indicator).amount().orElseThrow();
    }

    private <T> T as(Supplier<T> work) {
        return viewer.as(Viewer.SYSTEM, work);
    }
}
