package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Seeded;
import org.giaoban.kernel.UnitId;
import org.giaoban.membership.Roster;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever is reorganised: nobody is lost from the rosters, what is prepared goes on, what was said stays where it was said,
 * and undoing leaves every table as it was.
 */
@GiaoBanTest
@ExtendWith(InVietnamese.class)
class BranchesHandedOverTest {

    private static final int PLANS = 6;
    private static final int COMMUNES = 16;
    private static final int EACH = 3;
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);

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
    private Roster roster;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    private final Random random = Seeded.random("branches handed over");

    @Test
    void rostersGoOnAndUndoingIsTheIdentity() {
        viewer.run(Viewer.SYSTEM, () -> {
            found();
            var generator = new RandomPlans(random);
            var executed = new ArrayList<PlanId>();
            var before = new ArrayList<Snapshot>();
            for (var number = 0; number < PLANS; number++) {
                var day = FIRST.plusMonths(number);
                var id = draft(day, generator);
                before.add(seen(() -> Snapshot.of(db)));
                var was = members(day.minusDays(1));
                execution.execute(id, plans.get(id).version());
                executed.add(id);
                goesOn(day, was);
            }
            for (var number = PLANS - 1; number >= 0; number--) {
                undo.undo(executed.get(number));
                assertThat(said(seen(() -> Snapshot.of(db)))).isEqualTo(said(before.get(number)));
            }
        });
    }

    private static Map<String, String> said(Snapshot snapshot) {
        var tables = new java.util.HashMap<>(snapshot.tables());
        tables.keySet().removeIf(name -> name.startsWith("indicators."));
        tables.remove("organization.unit");
        return tables;
    }

    private void found() {
        var top = organization.found(unit("BH", "Huyện ủy Thử", "HUYEN_UY", null));
        for (var commune = 1; commune <= COMMUNES; commune++) {
            var code = "BX" + commune;
            fill(organization.found(unit(code, "Đảng ủy xã " + code, "DANG_UY_XA", top)), commune);
        }
    }

    private static NewUnit unit(String code, String name, String kind, UnitId parent) {
        return new NewUnit(code, name, name, kind, parent, DateRange.from(LocalDate.of(2000, 1, 1)), "");
    }

    /** Members, one of them away, a follower, a proposal, a sheet and minutes that are not signed. */
    private void fill(UnitId unit, int number) {
        var recurrence = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            db.execute(
                    "insert into tasks.recurrence (id, giver_unit_id, title, measure, post, every, due_by, due_number, from_on, "
                            + "until_on, made_by_account_id, made_at) values (?, ?, 'Việc', 'Số', 'BI_THU', 'MONTH', 'DAY', 5, "
                            + "'2018-01-01', '2030-01-01', ?, now())",
                    recurrence,
                    unit.value(),
                    UUID.randomUUID());
            db.execute(
                    "insert into tasks.recurrence_unit (recurrence_id, unit_id) values (?, ?)",
                    recurrence,
                    unit.value());
            for (var one = 0; one < EACH; one++) {
                member(unit, person("BP-" + number + "-" + one), one == 0);
            }
            db.execute(
                    "insert into evaluation.follower (id, person_id, unit_id, valid_from) values (uuidv7(), ?, ?, '2018-01-01')",
                    person("BF-" + number % 4),
                    unit.value());
            db.execute(
                    "insert into evaluation.sheet (id, code, owner_unit_id, valid_from, body, made_by, made_at) "
                            + "values (uuidv7(), 'thu', ?, '2018-01-01', '{}', 'Thử', now())",
                    unit.value());
            db.execute(
                    "insert into preparation.topic (id, unit_id, from_unit_id, title, minutes, presenter, item_kind, outcome, "
                            + "state, by_account_id, by_name, proposed_at) "
                            + "values (uuidv7(), ?, ?, 'Đề xuất', 10, 'Thử', 'WORK', 'Quyết định', 'PROPOSED', ?, 'Thử', now())",
                    unit.value(),
                    unit.value(),
                    UUID.randomUUID());
            db.execute(
                    "insert into minutes.record (meeting_id, unit_id, state, title, held_on, secretary_account_id, "
                            + "secretary_name, chair_name, chair_title, summoned, present, online, excused, absent, drafted_at) "
                            + "values (uuidv7(), ?, 'DRAFT', 'Họp', '2018-12-01', ?, 'Thử', '', '', 3, 3, 0, 0, 0, now())",
                    unit.value(),
                    UUID.randomUUID());
        });
    }

    private UUID person(String code) {
        var known = db.fetchOptional("select id from people.person where code = ?", code);
        if (known.isPresent()) {
            return known.get().get(0, UUID.class);
        }
        var id = UUID.randomUUID();
        db.execute(
                "insert into people.person (id, code, full_name, gender, keeper_unit_id) values (?, ?, 'Người Thử', 'UNKNOWN', ?)",
                id,
                code,
                UUID.randomUUID());
        return id;
    }

    private void member(UnitId unit, UUID person, boolean away) {
        db.execute("insert into membership.member (person_id, unit_id) values (?, ?)", person, unit.value());
        db.execute(
                "insert into membership.stay (id, person_id, unit_id, valid_from, arrived) values (uuidv7(), ?, ?, '2015-01-01', 'LISTED')",
                person,
                unit.value());
        db.execute(
                "insert into membership.standing (id, person_id, unit_id, state, valid_from) values (uuidv7(), ?, ?, 'OFFICIAL', '2015-01-01')",
                person,
                unit.value());
        if (away) {
            db.execute(
                    "insert into membership.absence (id, person_id, unit_id, kind, place, reason, valid_from) "
                            + "select uuidv7(), ?, ?, min(code), 'Xa', 'Học', '2018-06-01' from membership.absence_kind",
                    person,
                    unit.value());
        }
    }

    private PlanId draft(LocalDate day, RandomPlans generator) {
        var communes = organization.units(day).stream()
                .filter(unit -> unit.kind().equals("DANG_UY_XA"))
                .map(Unit::code)
                .toList();
        var id = plans.draft(new Terms("Thử " + day, day, "Nghị quyết " + day, ""));
        plans.addAll(id, generator.events(communes, List.of("BH")));
        settlement.settle(id);
        return id;
    }

    /** How many belong to each unit on a day. */
    private Map<UnitId, Roster.Count> members(LocalDate day) {
        var units = organization.units(day).stream().map(Unit::id).toList();
        return seen(() -> roster.counts(units, day));
    }

    /** Yesterday's rosters stay; everybody belongs somewhere today, and nothing that goes on is left with a unit that has an heir. */
    private void goesOn(LocalDate day, Map<UnitId, Roster.Count> was) {
        assertThat(members(day.minusDays(1))).isEqualTo(was);
        assertThat(running("membership.stay", "unit_id", day)).hasSize(COMMUNES * EACH);
        assertThat(running("evaluation.follower", "unit_id", day)).isNotEmpty();
        for (var column : List.of(
                "unit_id from preparation.topic",
                "from_unit_id from preparation.topic",
                "giver_unit_id from tasks.recurrence",
                "unit_id from tasks.recurrence_unit")) {
            var open = seen(() -> db.fetch("select " + column).map(row -> new UnitId(row.get(0, UUID.class))));
            assertThat(open).as(column).hasSize(COMMUNES).noneMatch(unit -> inherited(unit, day));
        }
    }

    private List<UnitId> running(String table, String column, LocalDate day) {
        var units = seen(() -> db.fetch(
                        "select " + column + " from " + table
                                + " where valid_from <= ? and (valid_until is null or valid_until > ?)",
                        day,
                        day)
                .map(row -> new UnitId(row.get(0, UUID.class))));
        assertThat(units).as(table).noneMatch(unit -> inherited(unit, day));
        return units;
    }

    private boolean inherited(UnitId unit, LocalDate day) {
        return organization.find(unit, day).isEmpty()
                && !db.fetch("select from organization.succession where from_unit_id = ?", unit.value())
                        .isEmpty();
    }

    private <T> T seen(Supplier<T> read) {
        return transaction.execute(status -> read.get());
    }
}
