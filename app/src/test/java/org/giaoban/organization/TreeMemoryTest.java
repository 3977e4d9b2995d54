package org.giaoban.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.giaoban.access.Scope;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The remembered tree says what the rows say: on any day, after any change, in every transaction. */
@GiaoBanTest
class TreeMemoryTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int DAYS = 6000;

    @Autowired
    private Organization organization;

    @Autowired
    private TreeChanges changes;

    @Autowired
    private TreeRepository tree;

    @Autowired
    private UnitRepository units;

    @Autowired
    private UnitWriter writer;

    @Autowired
    private HistoryRepository history;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext db;

    private final List<UnitId> districts = new ArrayList<>();
    private final List<UnitId> communes = new ArrayList<>();

    @BeforeEach
    void threeDistricts() {
        var suffix = db.fetchCount(org.giaoban.organization.db.Tables.UNIT);
        for (var number = 0; number < 3; number++) {
            districts.add(founded("H" + suffix + "_" + number, "HUYEN_UY", null, FIRST));
        }
    }

    @Test
    void everyQuestionIsAnsweredAsFromTheRows() {
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("Seed of the tree: " + seed);
        var random = new Random(seed);
        var prefix = "XA" + db.fetchCount(org.giaoban.organization.db.Tables.UNIT);
        for (var number = 0; number < 25; number++) {
            var mark = List.of("-", "_", ".", "").get(random.nextInt(4));
            communes.add(founded(prefix + mark + number, "DANG_UY_XA", any(districts, random), day(random)));
        }
        for (var number = 0; number < 120; number++) {
            changeSomething(random);
            compare(day(random), random);
        }
    }

    private void changeSomething(Random random) {
        var id = any(communes, random);
        var day = day(random);
        try {
            viewer.run(
                    Viewer.SYSTEM,
                    () -> transaction.executeWithoutResult(status -> {
                        if (organization.find(id, day).isPresent()) {
                            changes.change(
                                    id,
                                    new UnitChange(
                                            "Xã " + day,
                                            "Xã",
                                            "DANG_UY_XA",
                                            any(districts, random),
                                            day,
                                            "Quyết định"));
                        }
                        if (random.nextInt(3) == 0) {
                            compare(day, random);
                            status.setRollbackOnly();
                        }
                    }));
        } catch (Refused refused) {
            assertThat(refused).hasMessageContaining("organization.unit");
        }
    }

    private void compare(LocalDate day, Random random) {
        var top = any(districts, random);
        var below = rows("v.parent_unit_id = ?", day, top.value());
        assertThat(codes(units.children(top, day))).isEqualTo(below);
        var whole = new ArrayList<>(rows("v.unit_id = ?", day, top.value()));
        whole.addAll(below);
        assertThat(codes(organization.subtree(top, day))).isEqualTo(whole);
        assertThat(tree.countChildren(List.of(top), day).getOrDefault(top, 0)).isEqualTo(below.size());
        var commune = any(communes, random);
        assertThat(codes(tree.ancestors(commune, day)))
                .isEqualTo(rows(
                        "v.unit_id = (select w.parent_unit_id from organization.unit_version w"
                                + " where w.unit_id = ? and w.valid @> v_day.day)",
                        day,
                        commune.value()));
        assertThat(units.versions(commune))
                .extracting(unit -> unit.name() + unit.valid())
                .isEqualTo(named(commune));
        var scope = Scope.of(Set.of(top, commune));
        var tops = tree.tops(scope, day);
        assertThat(tops.contains(commune))
                .isEqualTo(organization
                        .find(commune, day)
                        .map(unit -> !top.equals(unit.parent()))
                        .orElse(false));
    }

    private List<String> rows(String condition, LocalDate day, Object... bindings) {
        var all = new ArrayList<Object>(List.of(day));
        all.addAll(List.of(bindings));
        return db.resultQuery(
                        "select u.code from (select ?::date as day) v_day join organization.unit_version v"
                                + " on v.valid @> v_day.day join organization.unit u on u.id = v.unit_id"
                                + " join organization.unit_kind k on k.code = v.kind where "
                                + condition + " order by k.rank, u.code",
                        all.toArray())
                .fetch(row -> row.get(0, String.class));
    }

    private List<String> named(UnitId id) {
        return db.resultQuery(
                        "select name, lower(valid) as first, upper(valid) as until from organization.unit_version"
                                + " where unit_id = ? order by lower(valid)",
                        id.value())
                .fetch(TreeMemoryTest::told);
    }

    private static String told(Record row) {
        return row.get("name") + ""
                + new DateRange(row.get("first", LocalDate.class), row.get("until", LocalDate.class));
    }

    @Test
    void aTransactionSeesItsOwnChangesAndNobodyElseDoesBeforeItCommits() {
        var id = founded("TX-1-" + districts.hashCode(), "DANG_UY_XA", districts.getFirst(), FIRST);
        var day = FIRST.plusYears(3);

        viewer.run(
                Viewer.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    assertThat(organization.get(id, day).name()).isEqualTo("Đơn vị");
                    rename(id, "Tên tạm", day);
                    assertThat(organization.get(id, day).name()).isEqualTo("Tên tạm");
                    assertThat(elsewhere(id, day)).isEqualTo("Đơn vị");
                    status.setRollbackOnly();
                }));
        assertThat(organization.get(id, day).name()).isEqualTo("Đơn vị");

        viewer.run(Viewer.SYSTEM, () -> rename(id, "Tên mới", day));
        assertThat(organization.get(id, day).name()).isEqualTo("Tên mới");
        assertThat(organization.get(id, day.minusDays(1)).name()).isEqualTo("Đơn vị");
    }

    private String elsewhere(UnitId id, LocalDate day) {
        return CompletableFuture.supplyAsync(() -> organization.get(id, day).name())
                .join();
    }

    private void rename(UnitId id, String name, LocalDate day) {
        changes.change(id, new UnitChange(name, name, "DANG_UY_XA", districts.getFirst(), day, "Quyết định"));
    }

    @Test
    void anotherServerSeesTheChangeToo() {
        var other = new TreeMemory(history);
        var id = founded("TX-2-" + districts.hashCode(), "DANG_UY_XA", districts.getFirst(), FIRST);
        assertThat(other.now().on(id, FIRST)).isNotNull();

        viewer.run(Viewer.SYSTEM, () -> rename(id, "Tên mới", FIRST));

        assertThat(other.now().nearest(id, FIRST)).map(Unit::name).contains("Tên mới");
    }

    @Test
    void whatWasTakenBackIsNotBuiltUpon() {
        var id = founded("TX-4-" + districts.hashCode(), "DANG_UY_XA", districts.getFirst(), FIRST);
        viewer.run(
                Viewer.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    rename(id, "Tên tạm", FIRST);
                    assertThat(organization.get(id, FIRST).name()).isEqualTo("Tên tạm");
                    status.setRollbackOnly();
                }));

        transaction.executeWithoutResult(status -> writer.changed(districts.getLast()));

        assertThat(organization.get(id, FIRST).name()).isEqualTo("Đơn vị");
    }

    @Test
    void aNumberGivenUpIsNeverUsedAgain() {
        var id = founded("TX-3-" + districts.hashCode(), "DANG_UY_XA", districts.getFirst(), FIRST);
        var given = new ArrayList<Long>();
        assertThatThrownBy(() -> viewer.run(
                        Viewer.SYSTEM,
                        () -> transaction.executeWithoutResult(status -> {
                            rename(id, "Tên tạm", FIRST);
                            given.add(history.number());
                            throw new Refused("organization.unit.loop", "");
                        })))
                .isInstanceOf(Refused.class);

        viewer.run(Viewer.SYSTEM, () -> rename(id, "Tên mới", FIRST));

        assertThat(history.number()).isGreaterThan(given.getFirst());
    }

    private UnitId founded(String code, String kind, @org.jspecify.annotations.Nullable UnitId parent, LocalDate from) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> organization.found(
                        new NewUnit(code, "Đơn vị", "Đơn vị", kind, parent, DateRange.from(from), "")));
    }

    private static List<String> codes(Collection<Unit> units) {
        return units.stream().map(Unit::code).toList();
    }

    private static <T> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }
}
