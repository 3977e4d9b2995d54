package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeView;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A formula that becomes another one on 1 October 2018 leaves every period before as its own passport tells it. */
@GiaoBanTest
class PastFormulasTest {

    private static final LocalDate TURN = LocalDate.of(2018, 10, 1);
    private static final Period OCTOBER = Period.month(2018, 10);
    private static final Period SEPTEMBER = Period.month(2018, 9);
    private static final Period LAST_YEAR = Period.month(2017, 10);
    private static final DateRange VALID = DateRange.from(LocalDate.of(2015, 1, 1));
    private static int made;

    @Autowired
    private Figures figures;

    @Autowired
    private FigureCubes cubes;

    @Autowired
    private Passports passports;

    @Autowired
    private IndicatorRepository catalogue;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    private String code = "";
    private UnitId district = UnitId.next();

    /** Made of TC17 and TC22 until September, of TC17 alone from October on; both are 3 and 2 in every month. */
    @BeforeEach
    void aFormulaThatBecameAnotherOne() {
        made++;
        code = "ZZ%02d".formatted(made);
        district = unit("PF-" + made, "HUYEN_UY", null);
        var commune = unit("PF-" + made + "-1", "DANG_UY_XA", district);
        for (var period : List.of(LAST_YEAR, SEPTEMBER, OCTOBER)) {
            say(commune, period, "TC17", 3, "TC22", 2);
        }
        line(1, "TC17 + TC22", new DateRange(VALID.from(), TURN));
    }

    private void revised() {
        line(2, "TC17", DateRange.from(TURN));
    }

    @Test
    void aRowTellsThePastByTheFormulaOfThen() {
        revised();

        var line = as(() -> figures.row(district, OCTOBER, code));

        assertThat(line.actual().value()).isEqualByComparingTo("3");
        assertThat(line.sameLastYear().value()).isEqualByComparingTo("5").isEqualByComparingTo(own(LAST_YEAR));
        assertThat(line.previous().value()).isEqualByComparingTo("5").isEqualByComparingTo(own(SEPTEMBER));
    }

    @Test
    void manyPeriodsSideBySideEachHaveTheirOwnFormula() {
        revised();

        var cube = as(() ->
                cubes.of(List.of(district), List.of(LAST_YEAR, SEPTEMBER, OCTOBER), List.of(code), TreeView.AS_WAS));

        var newest = cube.indicators().getFirst();
        assertThat(newest.rule().numerator()).isEqualTo("TC17");
        assertThat(cube.at(district, LAST_YEAR, newest).actual().value()).isEqualByComparingTo("5");
        assertThat(cube.at(district, SEPTEMBER, newest).actual().value()).isEqualByComparingTo("5");
        assertThat(cube.at(district, SEPTEMBER, newest).indicator().edition().version())
                .isEqualTo(1);
        assertThat(cube.at(district, OCTOBER, newest).actual().value()).isEqualByComparingTo("3");
    }

    @Test
    void theMonthsOfAPassportAreThoseTheirOwnPassportsTell() {
        revised();

        var series = as(() -> passports.of("PF-" + made, code, OCTOBER, TreeView.AS_WAS))
                .series();

        assertThat(series.getLast().figure().amount().orElseThrow()).isEqualByComparingTo("3");
        assertThat(series.get(series.size() - 2).figure().amount().orElseThrow())
                .isEqualByComparingTo("5");
        assertThat(series.getFirst().figure().amount().orElseThrow()).isEqualByComparingTo("5");
    }

    @Test
    void whatWasPrintedBeforeIsNotCorrectedByALaterFormula() {
        var before = as(() -> figures.freeze(new FigureRef(code, district, SEPTEMBER, 0)));
        revised();
        var after = as(() -> figures.freeze(new FigureRef(code, district, OCTOBER, 0)));

        var told = as(() -> figures.frozen(List.of(before.id(), after.id())));

        assertThat(told.get(before.id())).satisfies(one -> {
            assertThat(one.corrected()).isFalse();
            assertThat(one.textNow()).isEqualTo("5");
        });
        assertThat(told.get(after.id()).corrected()).isFalse();
    }

    @Test
    void anIndicatorThatHasEndedStaysInSeriesAndAmongWhatWasPrinted() {
        var frozen = as(() -> figures.freeze(new FigureRef(code, district, SEPTEMBER, 0)));
        var later = as(() -> figures.freeze(new FigureRef("TC17", district, OCTOBER, 0)));

        var cube = as(() -> cubes.of(List.of(district), List.of(SEPTEMBER, OCTOBER), List.of(code), TreeView.AS_WAS));

        assertThat(cube.indicators()).extracting(Indicator::code).containsExactly(code);
        var ended = cube.indicators().getFirst();
        assertThat(cube.at(district, SEPTEMBER, ended).actual().value()).isEqualByComparingTo("5");
        assertThat(cube.at(district, OCTOBER, ended).actual().value()).isNull();
        assertThat(as(() -> figures.frozen(List.of(frozen.id(), later.id()))))
                .containsOnlyKeys(frozen.id(), later.id());
    }

    @Test
    void whatIsTakenOfThePeriodBeforeIsToldByTheFormulaOfThen() {
        revised();
        var change = "ZY%02d".formatted(made);
        line(change, 1, code + " - " + code + "'", VALID);

        assertThat(as(() -> figures.value(district, OCTOBER, change)).amount().orElseThrow())
                .isEqualByComparingTo("-2");
    }

    private BigDecimal own(Period period) {
        return as(() -> figures.value(district, period, code)).amount().orElseThrow();
    }

    private void line(int version, String formula, DateRange valid) {
        line(code, version, formula, valid);
    }

    private void line(String name, int version, String formula, DateRange valid) {
        viewer.run(Viewer.SYSTEM, () -> {
            catalogue.insertCodes(List.of(name));
            var like = catalogue.versions("TC17").getFirst();
            var rule = like.rule();
            var calculated = new Indicator.Rule(
                    rule.type(), rule.overUnits(), rule.overTime(), rule.direction(), 0, formula, null);
            var line = new Indicator(
                            like.id(), name, like.group(), like.wording(), calculated, like.schedule(), like.edition())
                    .as(catalogue.lock(name), version, valid);
            catalogue.insert(List.of(line), Instant.EPOCH, null);
        });
    }

    private UnitId unit(String name, String kind, @org.jspecify.annotations.Nullable UnitId parent) {
        return as(() -> organization.found(new NewUnit(name, "Đơn vị " + name, name, kind, parent, VALID, "")));
    }

    private void say(UnitId unit, Period period, String one, int value, String other, int second) {
        var facts = List.of(new Fact(one, Figure.of(value), null), new Fact(other, Figure.of(second), null));
        viewer.run(
                Viewer.SYSTEM,
                () -> figures.put(new FactSource("test", UUID.randomUUID(), "test"), unit, period, facts));
    }

    private <T> T as(Supplier<T> work) {
        return viewer.as(Viewer.SYSTEM, work);
    }
}
