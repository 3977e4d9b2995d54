package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan is carried out whole or not at all, one at a time, by those who may, and undone only while nothing rests on it. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class ExecutionTest {

    private static final LocalDate DAY = LocalDate.of(2018, 11, 1);

    @Autowired
    private Plans plans;

    @Autowired
    private Rehearsals rehearsals;

    @Autowired
    private Execution execution;

    @Autowired
    private Undo undo;

    @Autowired
    private Organization organization;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private DSLContext db;

    @Test
    void aServerKilledInTheMiddleLeavesNothingBehind() throws Exception {
        var id = merger("SL-21", "SL-03", "SL-04");
        var before = Snapshot.of(db);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor();
                var other = TestServer.get().owner(database())) {
            other.setAutoCommit(false);
            // the execution stops in the middle, at the files of persons, where somebody holds a row
            other.createStatement().execute("select from people.person for update");
            var running = pool.submit(execute(id));
            var backend = waitingBackend(other);
            other.createStatement().execute("select pg_terminate_backend(" + backend + ")");
            assertThatThrownBy(running::get).isNotNull();
            other.rollback();
        }

        assertThat(Snapshot.of(db).tables()).isEqualTo(before.tables());
        assertThat(plan(id).state()).isEqualTo(PlanState.DRAFT);
        assertThat(db.fetchCount(db.selectFrom("reorganisation.row_change"))).isZero();
        assertThat(system(() -> execute(id).call()).state()).isEqualTo(PlanState.EXECUTED);
        assertThat(system(() -> undo.undo(id)).state()).isEqualTo(PlanState.UNDONE);
        assertThat(Snapshot.of(db).tables()).isEqualTo(before.tables());
    }

    @Test
    void ofTwoPlansForTheSameUnitsOneIsCarriedOut() throws Exception {
        var one = merger("SL-22", "SL-05", "SL-06");
        var two = merger("SL-23", "SL-06", "SL-07");
        assertThat(rehearse(one).conflicts())
                .extracting(open -> open.conflict().key())
                .contains("OTHER_PLAN:SL-06");
        settle(one);
        settle(two);
        List<Object> results = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var running : List.of(pool.submit(execute(one)), pool.submit(execute(two)))) {
                results.add(outcome(running));
            }
        }

        assertThat(results).filteredOn(PlanState.EXECUTED::equals).hasSize(1);
        assertThat(results).filteredOn("reorganisation.refused.open"::equals).hasSize(1);
        var done = results.getFirst().equals(PlanState.EXECUTED) ? one : two;
        assertThat(system(() -> undo.undo(done)).state()).isEqualTo(PlanState.UNDONE);
        system(() -> {
            plans.discard(done.equals(one) ? two : one);
            return done;
        });
    }

    @Test
    void whatRestsOnAPlanKeepsItFromBeingUndone() {
        var id = merger("SL-24", "SL-08", "SL-09");
        system(() -> execute(id).call());
        var merged = organization.idOf("SL-24").value();
        db.execute(
                "insert into reporting.unit_return (cell_id, id, unit_id, form, form_version, period, period_until, due_on, state) "
                        + "select cell_id, gen_random_uuid(), id, 'TH-THANG', 1, '2018-11', '2018-12-01', '2018-11-30', 'DRAFT' "
                        + "from organization.unit where id = ?",
                merged);
        db.execute("update organization.mandate set decision = 'Quyết định 9' where unit_id = ?", merged);
        var before = Snapshot.of(db);

        var refused = catchThrowableOfType(UndoRefused.class, () -> system(() -> undo.undo(id)));

        assertThat(refused.reasons()).anyMatch(reason -> reason.startsWith("Báo cáo: 1"));
        assertThat(refused.reasons())
                .anyMatch(reason -> reason.startsWith("Chức danh:") && reason.contains("thay đổi"));
        assertThat(Snapshot.of(db)).isEqualTo(before);
        db.execute("delete from reporting.unit_return where unit_id = ?", merged);
        db.execute("update organization.mandate set decision = 'Nghị quyết 01-NQ/HU' where unit_id = ?", merged);
        db.execute("update reorganisation.plan set undo_until = '2018-10-01' where id = ?", id.value());
        assertThatThrownBy(() -> system(() -> undo.undo(id))).hasMessage("reorganisation.refused.undo");
        db.execute("update reorganisation.plan set undo_until = '2018-12-31' where id = ?", id.value());
        assertThat(system(() -> undo.undo(id)).state()).isEqualTo(PlanState.UNDONE);
    }

    @Test
    void aPlanIsForThoseWhoMayChangeEveryUnitOfIt() {
        var id = merger("SL-25", "SL-10", "SL-11");
        var commune = accounts.viewer(accounts.byLogin("bithu10").orElseThrow()).orElseThrow();
        assertThatThrownBy(() -> viewer.as(commune, () -> plans.get(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> viewer.as(commune, () -> execution.execute(id, 1)))
                .isInstanceOf(NotFound.class);
        var office = accounts.viewer(accounts.byLogin("vanphong").orElseThrow()).orElseThrow();
        assertThat(viewer.as(office, () -> plans.get(id)).events()).hasSize(1);
        assertThat(viewer.as(office, () -> plans.page(PlanState.DRAFT, null)).items())
                .extracting(PlanLine::id)
                .contains(id);
        assertThat(viewer.as(office, () -> execution.execute(id, plans.get(id).version()))
                        .state())
                .isEqualTo(PlanState.EXECUTED);
        assertThat(viewer.as(office, () -> undo.undo(id)).state()).isEqualTo(PlanState.UNDONE);
    }

    @Test
    void aPlanThatSomebodyChangedSinceIsNotCarriedOut() {
        var id = merger("SL-26", "SL-10", "SL-11");
        assertThatThrownBy(() -> system(() -> execution.execute(id, 1)))
                .isInstanceOf(Refused.class)
                .hasMessage("reorganisation.refused.stale");
        system(() -> {
            plans.discard(id);
            return id;
        });
    }

    private PlanId merger(String code, String... communes) {
        return system(() -> {
            var id = plans.draft(new Terms("Hợp nhất " + code, DAY, "Nghị quyết 01-NQ/HU", ""));
            plans.add(
                    id,
                    NewEvent.of(
                            EventKind.MERGE,
                            List.of(communes).stream().map(Giver::whole).toList(),
                            List.of(Target.unit(code, "Đảng ủy xã " + code, code, "DANG_UY_XA", ""))));
            settle(id);
            return id;
        });
    }

    private void settle(PlanId id) {
        system(() -> {
            rehearsals.of(id).conflicts().stream()
                    .filter(open -> !open.conflict().choices().isEmpty())
                    .forEach(open -> plans.choose(
                            id,
                            open.conflict().key(),
                            open.conflict().choices().getFirst().value()));
            return id;
        });
    }

    private Rehearsal rehearse(PlanId id) {
        return system(() -> rehearsals.of(id));
    }

    private Plan plan(PlanId id) {
        return system(() -> plans.get(id));
    }

    private Callable<Plan> execute(PlanId id) {
        return () -> viewer.as(
                Viewer.SYSTEM, () -> execution.execute(id, plans.get(id).version()));
    }

    private static Object outcome(Future<Plan> running) throws InterruptedException {
        try {
            return running.get().state();
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause().getMessage();
        }
    }

    private <T> T system(Callable<T> work) {
        return viewer.as(Viewer.SYSTEM, () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String database() {
        return db.fetchSingle("select current_database()").get(0, String.class);
    }

    /** Asked by the owner: the application does not see what its own sessions wait for. */
    private static int waitingBackend(Connection owner) throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (System.nanoTime() < until) {
            try (var statement = owner.createStatement();
                    var rows = statement.executeQuery("select pid from pg_stat_activity "
                            + "where datname = current_database() and wait_event_type = 'Lock'")) {
                if (rows.next()) {
                    return rows.getInt(1);
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the execution did not stop where it was to");
    }
}
