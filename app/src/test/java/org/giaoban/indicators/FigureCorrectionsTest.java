package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever reads a printed figure is told how often what stands behind it was corrected since. */
@GiaoBanTest
class FigureCorrectionsTest {

    private static final Period OCTOBER = Period.month(2018, 10);
    private static final DateRange VALID = DateRange.from(LocalDate.of(2015, 1, 1));
    private static int made;

    private final UUID source = UUID.randomUUID();

    @Autowired
    private Figures figures;

    @Autowired
    private FigureCorrections corrections;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext db;

    @Test
    void behindAUnitOfManyEveryCorrectionIsCounted() {
        var district = unit("HUYEN_UY", null);
        var communes = new ArrayList<UnitId>();
        for (var commune = 0; commune < 520; commune++) {
            communes.add(unit("DANG_UY_XA", district));
        }
        communes.forEach(commune -> say(commune, OCTOBER, "TC17", 2));
        var frozen = freeze(district, OCTOBER, "TC17");
        assertThat(since(frozen)).isEqualTo(new FigureCorrections.Since(0, null));

        communes.forEach(commune -> say(commune, OCTOBER, "TC17", 3));

        assertThat(since(frozen).values()).isEqualTo(520);
        assertThat(since(frozen).last()).isAfterOrEqualTo(frozen.asOf());
    }

    @Test
    void whatWasCorrectedBeforeItWasPrintedOrOfAnotherUnitDoesNotCount() {
        var district = unit("HUYEN_UY", null);
        var commune = unit("DANG_UY_XA", district);
        var other = unit("DANG_UY_XA", unit("HUYEN_UY", null));
        List.of(commune, other).forEach(one -> say(one, OCTOBER, "TC17", 2));
        say(commune, OCTOBER, "TC17", 3);
        var frozen = freeze(district, OCTOBER, "TC17");

        say(other, OCTOBER, "TC17", 9);
        say(commune, Period.month(2018, 9), "TC17", 9);
        say(commune, Period.month(2018, 9), "TC17", 8);

        assertThat(since(frozen).values()).isZero();
    }

    @Test
    void behindACalculatedFigureStandTheValuesItIsCalculatedFrom() {
        var commune = unit("DANG_UY_XA", unit("HUYEN_UY", null));
        say(commune, OCTOBER, "SH01", 9, "TC05", 10);
        var frozen = freeze(commune, OCTOBER, "SH02");

        say(commune, OCTOBER, "SH01", 8, "TC05", 10);

        assertThat(since(frozen).values()).isEqualTo(1);
    }

    @Test
    void aUnitThatEndedWithinTheYearStandsBehindTheYearToo() {
        var district = unit("HUYEN_UY", null);
        var gone = unit("DANG_UY_XA", district);
        var heir = unit("DANG_UY_XA", district);
        var year = Period.parse("2018-YTD-10");
        say(gone, Period.month(2018, 3), "TC17", 2);
        end(gone, heir, LocalDate.of(2018, 5, 1));
        var frozen = freeze(district, year, "TC17");
        assertThat(frozen.text()).isEqualTo("2");

        say(gone, Period.month(2018, 3), "TC17", 4);

        assertThat(since(frozen).values()).isEqualTo(1);
    }

    private void end(UnitId gone, UnitId heir, LocalDate day) {
        transaction.executeWithoutResult(status -> {
            db.execute(
                    "update organization.unit_version set valid = daterange(lower(valid), ?::date) where unit_id = ?",
                    day,
                    gone.value());
            db.execute(
                    "insert into organization.succession (from_unit_id, day, to_unit_id, share, estimated, plan_id)"
                            + " values (?, ?, ?, 1, false, uuidv7())",
                    gone.value(),
                    day,
                    heir.value());
            db.execute(
                    "with number as (update organization.tree_state set version = nextval('organization.tree_version')"
                            + " returning version) insert into organization.unit_change (unit_id, version)"
                            + " select ?, version from number on conflict (unit_id) do update set version = excluded.version",
                    gone.value());
        });
    }

    private UnitId unit(String kind, @org.jspecify.annotations.Nullable UnitId parent) {
        var code = "FC-" + ++made;
        return as(() -> organization.found(new NewUnit(code, "Đơn vị " + code, code, kind, parent, VALID, "")));
    }

    private void say(UnitId unit, Period period, Object... codesAndValues) {
        var facts = new ArrayList<Fact>();
        for (var at = 0; at < codesAndValues.length; at += 2) {
            facts.add(new Fact((String) codesAndValues[at], Figure.of((int) codesAndValues[at + 1]), null));
        }
        viewer.run(Viewer.SYSTEM, () -> figures.put(new FactSource("test", source, "test"), unit, period, facts));
    }

    private FrozenFigure freeze(UnitId unit, Period period, String indicator) {
        return as(() -> figures.freeze(new FigureRef(indicator, unit, period, 0)));
    }

    private FigureCorrections.Since since(FrozenFigure frozen) {
        return as(() -> corrections.of(frozen));
    }

    private <T> T as(Supplier<T> work) {
        return viewer.as(Viewer.SYSTEM, work);
    }
}
