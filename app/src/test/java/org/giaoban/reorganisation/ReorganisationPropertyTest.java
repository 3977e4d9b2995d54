package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Fact;
import org.giaoban.indicators.FactSource;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Seeded;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Successions;
import org.giaoban.organization.TreeView;
import org.giaoban.organization.Unit;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever sequence of reorganisations is carried out: what was reported before adds up to the same "as it was" and "as
 * today", and undoing all of them leaves every table as it was.
 */
@GiaoBanTest
@ExtendWith(InVietnamese.class)
class ReorganisationPropertyTest {

    private static final int PLANS = 12;
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final String INDICATOR = "TC17";
    private static final Set<String> SAID = Set.of(
            "indicators.sheet_values_2018",
            "indicators.sheet_values_2019",
            "indicators.past_value",
            "indicators.arrival",
            "indicators.target");

    @Autowired
    private Plans plans;

    @Autowired
    private Settlement settlement;

    @Autowired
    private Execution execution;

    @Autowired
    private Undo undo;

    @Autowired
    private Organization organization;

    @Autowired
    private Successions successions;

    @Autowired
    private Figures figures;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private DSLContext db;

    private final Random random = Seeded.random("reorganisations");
    private final Map<LocalDate, Map<UnitId, BigDecimal>> facts = new HashMap<>();

    @Test
    void totalsStayAndUndoingIsTheIdentity() {
        viewer.run(Viewer.SYSTEM, () -> {
            var top = found();
            var generator = new RandomPlans(random);
            var executed = new ArrayList<PlanId>();
            var before = new ArrayList<Snapshot>();
            for (var number = 0; number < PLANS; number++) {
                var day = FIRST.plusMonths(number);
                report(day);
                var id = draft(day, generator);
                before.add(Snapshot.of(db));
                execution.execute(id, plans.get(id).version());
                executed.add(id);
                totals(top, day);
            }
            for (var number = PLANS - 1; number >= 0; number--) {
                // what was reported after a plan rests on its units: it goes first
                if (number < PLANS - 1) {
                    forget(FIRST.plusMonths(number + 1));
                }
                undo.undo(executed.get(number));
                assertThat(said(Snapshot.of(db))).isEqualTo(said(before.get(number)));
            }
        });
    }

    private UnitId found() {
        var top = organization.found(unit("TT", "Tỉnh ủy Thử", "TINH_UY", null));
        for (var district = 1; district <= 3; district++) {
            var above = organization.found(unit("TH" + district, "Huyện ủy " + district, "HUYEN_UY", top));
            for (var commune = 1; commune <= 8; commune++) {
                var code = "TX" + district + commune;
                organization.found(unit(code, "Đảng ủy xã " + code, "DANG_UY_XA", above));
            }
        }
        return top;
    }

    private static NewUnit unit(String code, String name, String kind, UnitId parent) {
        return new NewUnit(code, name, name, kind, parent, DateRange.from(LocalDate.of(2000, 1, 1)), "");
    }

    private List<Unit> standing(LocalDate day) {
        return organization.units(day);
    }

    private PlanId draft(LocalDate day, RandomPlans generator) {
        var communes = standing(day).stream()
                .filter(unit -> unit.kind().equals("DANG_UY_XA"))
                .map(Unit::code)
                .toList();
        var id = plans.draft(new Terms("Thử " + day, day, "Nghị quyết " + day, ""));
        plans.addAll(id, generator.events(communes, List.of("TH1", "TH2", "TH3")));
        settlement.settle(id);
        return id;
    }

    /** Every unit that stands reports a number for the month before the day. */
    private void report(LocalDate day) {
        var period = Period.monthOf(day.minusDays(1));
        var said = new HashMap<UnitId, BigDecimal>();
        for (var unit : standing(period.lastDay())) {
            var value = BigDecimal.valueOf(random.nextInt(10_000));
            said.put(unit.id(), value);
            figures.put(
                    source(unit.id(), period), unit.id(), period, List.of(new Fact(INDICATOR, Figure.of(value), null)));
        }
        facts.put(period.lastDay(), said);
    }

    private void forget(LocalDate day) {
        var period = Period.monthOf(day.minusDays(1));
        db.execute("delete from indicators.sheet_values where period = ?", key(period));
        db.execute("delete from indicators.past_value where period = ?", key(period));
        db.execute("delete from indicators.sheet where period = ?", key(period));
        db.execute("delete from indicators.arrival where period = ?", key(period));
    }

    private static int key(Period period) {
        return period.year() * 100 + period.from().getMonthValue();
    }

    private static FactSource source(UnitId unit, Period period) {
        return new FactSource("return", new UUID(unit.value().getMostSignificantBits(), key(period)), "thử");
    }

    private void totals(UnitId top, LocalDate day) {
        facts.forEach((reported, said) -> {
            var period = Period.monthOf(reported);
            var sum = said.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(((Figure.Present) figures.value(top, period, INDICATOR)).value())
                    .isEqualByComparingTo(sum);
            var asToday = figures.row(top, period, INDICATOR, TreeView.AS_TODAY).actual();
            assertThat(asToday.value()).isEqualByComparingTo(sum);
            assertThat(asToday.estimated()).isFalse();
            var today = new HashMap<UnitId, BigDecimal>();
            successions
                    .mapTo(said.keySet(), reported, day)
                    .forEach((unit, parts) -> parts.forEach(
                            part -> today.merge(part.unit(), said.get(unit).multiply(part.share()), BigDecimal::add)));
            assertThat(today.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(sum);
            assertThat(today.keySet())
                    .allSatisfy(unit -> assertThat(organization.find(unit, day)).isPresent());
        });
    }

    /** Everything said is compared; what is only remembered or summed up of it, and identities reserved, is not. */
    private static Map<String, String> said(Snapshot snapshot) {
        var tables = new HashMap<>(snapshot.tables());
        tables.keySet().removeIf(name -> name.startsWith("indicators.") && !SAID.contains(name));
        tables.remove("organization.unit");
        return tables;
    }
}
