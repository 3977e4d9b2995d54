package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.RollUps.Bucket;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How many units owe a figure follows from the forms, down to the branches; years make up a term. */
@GiaoBanTest
class DutiesTest {

    private static final Period MARCH = Period.month(2026, 3);

    @Autowired
    private Organization organization;

    @Autowired
    private Figures figures;

    @Autowired
    private Indicators indicators;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private Headcounts headcounts;

    @Autowired
    private Trees trees;

    @Autowired
    private Totals totals;

    @Autowired
    private PackedWalk packed;

    @Autowired
    private OwnerRepository owners;

    @Autowired
    private SheetRepository sheets;

    @Autowired
    private PlanRepository plans;

    @Autowired
    private Duties duties;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private Clock clock;

    private UnitId unit(String code, String kind, LocalDate from, @org.jspecify.annotations.Nullable UnitId parent) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> organization.found(
                        new NewUnit(code, "Đơn vị " + code, code, kind, parent, DateRange.from(from), "x")));
    }

    /** A province with a commune; below it a grassroots committee with three branches, and a branch of its own kind. */
    private UnitId province(String code) {
        var from = LocalDate.of(2025, 7, 1);
        var province = unit(code, "TINH_UY", from, null);
        var commune = unit(code + "-X", "DANG_UY_XA_2025", from, province);
        var committee = unit(code + "-X-1", "DANG_UY_CO_SO", from, commune);
        List.of("A", "B", "C").forEach(one -> unit(code + "-X-1-" + one, "CHI_BO", from, committee));
        unit(code + "-X-2", "CHI_BO_CO_SO", from, commune);
        unit(code + "-VP", "VAN_PHONG", from, province);
        return province;
    }

    private int expected(UnitId unit, String period, String code) {
        return viewer.as(Viewer.SYSTEM, () -> figures.row(unit, Period.parse(period), code))
                .actual()
                .counts()
                .expected();
    }

    @Test
    void branchesAreExpectedWhereTheirFormsAsk() {
        var province = province("NV1");

        assertThat(expected(province, "2026-03", "TC17"))
                .as("three branches and the branch of its own kind")
                .isEqualTo(4);
        assertThat(expected(province, "2026-03", "TC05"))
                .as("the commune's committees say it")
                .isEqualTo(2);
        assertThat(expected(province, "2026-03", "TT01"))
                .as("asked of every committee, not of branches")
                .isEqualTo(3);
        assertThat(expected(province, "2026-03", "DH07"))
                .as("the commune alone")
                .isEqualTo(1);
        assertThat(expected(province, "2026-03", "TC12"))
                .as("asked once a year")
                .isZero();
        assertThat(expected(province, "2026", "TC12")).isEqualTo(4);
        assertThat(expected(province, "2026-YTD-03", "TC16"))
                .as("quarterly, within the first three months")
                .isEqualTo(4);
        assertThat(expected(province, "2025-12", "TC17"))
                .as("before the branches had a form")
                .isEqualTo(3);
        assertThat(expected(province, "2026-03", "TC19"))
                .as("as of what it is calculated from")
                .isEqualTo(4);
    }

    @Test
    void whoHasNotReportedIsMissedUntilTheLastBranchHas() {
        var province = province("NV2");
        var source = new FactSource("test", UUID.randomUUID(), "");
        for (var code : List.of("NV2-X-1-A", "NV2-X-1-B", "NV2-X-2")) {
            put(source, organization.idOf(code), "2026-03", Figure.missing(Absence.NONE));
        }

        var three = viewer.as(Viewer.SYSTEM, () -> figures.row(province, MARCH, "TC17"))
                .actual();

        assertThat(three.counts().received()).isEqualTo(3);
        assertThat(three.counts().expected()).isEqualTo(4);
        assertThat(three.figure()).as("one branch is still to say").isEqualTo(Figure.missing(Absence.NOT_REPORTED));
        put(source, organization.idOf("NV2-X-1-C"), "2026-03", Figure.missing(Absence.NONE));
        assertThat(viewer.as(Viewer.SYSTEM, () -> figures.value(province, MARCH, "TC17")))
                .isEqualTo(Figure.missing(Absence.NONE));
    }

    /** Trees read from totals count the same units as those that are walked to their leaves. */
    @Test
    void highUnitsExpectTheSame() {
        var province = province("NV3");
        var high = new RollUps(
                organization,
                trees,
                new Heights(organization, headcounts, trees, plans, 2),
                totals,
                packed,
                owners,
                sheets,
                plans,
                duties,
                clock);
        var codes = List.of("TC05", "TC17", "TT01", "DH07");
        var wanted = indicators.of(codes, MARCH.lastDay());
        var editions = new Editions(indicators, codes);

        viewer.run(Viewer.SYSTEM, () -> {
            var bucket = Bucket.of(province, MARCH);
            var told = high.of(List.of(bucket), editions);
            var walked = rollUps.of(List.of(bucket), editions);
            assertThat(told.tree(0).fromTotals()).isTrue();
            assertThat(walked.tree(0).fromTotals()).isFalse();
            for (var indicator : wanted) {
                for (var branch = Tree.ALL; branch < told.tree(0).branches().size(); branch++) {
                    assertThat(told.rolled(0, branch, indicator).counts())
                            .as("%s in %d", indicator.code(), branch)
                            .isEqualTo(walked.rolled(0, branch, indicator).counts());
                }
            }
        });
    }

    @Test
    void aTermIsMadeOfItsYears() {
        var from = LocalDate.of(2015, 1, 1);
        var district = unit("NV4", "HUYEN_UY", from, null);
        var one = unit("NV4-1", "DANG_UY_XA", from, district);
        var other = unit("NV4-2", "DANG_UY_XA", from, district);
        var term = Period.parse("2015-06..2018-10");
        for (var year = 2015; year <= 2018; year++) {
            put(one, year, "TC28", 10 + year - 2015);
            put(one, year, "TC12", 100 + year - 2015);
        }
        put(other, 2016, "TC28", 5);
        put(other, 2016, "TC12", 50);

        assertThat(value(district, term, "TC28"))
                .as("what is added up, of the whole years 2016 and 2017")
                .isEqualTo("28");
        assertThat(value(district, term, "TC12"))
                .as("a stock: the last word of each")
                .isEqualTo("152");
        var row = viewer.as(Viewer.SYSTEM, () -> figures.row(district, term, "TC28"));
        assertThat(row.actual().counts().partial())
                .as("the last months belong to no whole year")
                .isEqualTo(2);
        viewer.run(
                Viewer.SYSTEM,
                () -> figures.put(
                        new FactSource("test", UUID.randomUUID(), ""),
                        other,
                        Period.month(2017, 2),
                        List.of(new Fact("TC28", Figure.of(3), null))));
        assertThat(value(district, term, "TC28")).as("months go before years").isEqualTo("26");
    }

    private String value(UnitId unit, Period period, String code) {
        return viewer.as(Viewer.SYSTEM, () -> figures.value(unit, period, code))
                .amount()
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .orElse("");
    }

    private void put(UnitId unit, int year, String code, long value) {
        viewer.run(
                Viewer.SYSTEM,
                () -> figures.put(
                        new FactSource("test", UUID.randomUUID(), ""),
                        unit,
                        Period.ofYear(year),
                        List.of(new Fact(code, Figure.of(value), null))));
    }

    private void put(FactSource source, UnitId unit, String period, Figure figure) {
        viewer.run(
                Viewer.SYSTEM,
                () -> figures.put(source, unit, Period.parse(period), List.of(new Fact("TC17", figure, null))));
    }
}
