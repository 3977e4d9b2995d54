package org.giaoban.reporting;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.Unit;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Later dates: on the return, with the reason beside it. A return nobody has begun begins with its date. */
@Repository
class ExtensionRepository {

    private static final String EXTEND = """
            with asked as (
                select * from unnest({0}::uuid[], {1}::smallint[], {2}::uuid[], {3}::uuid[])
                    as a (unit_id, cell_id, return_id, extension_id)
            ), begun as (
                insert into reporting.unit_return
                    (cell_id, id, unit_id, form, form_version, period, period_until, due_on, state)
                select cell_id, return_id, unit_id, {4}, {5}, {6}, {7}, {8}, 'DRAFT' from asked
                on conflict on constraint unit_return_once do nothing
                returning cell_id, id, unit_id, due_on
            ), open as (
                select cell_id, id, unit_id, due_on from begun
                union all
                select r.cell_id, r.id, r.unit_id, r.due_on from reporting.unit_return r
                join asked on asked.cell_id = r.cell_id and asked.unit_id = r.unit_id
                where r.form = {4} and r.period = {6} and r.state in ('DRAFT', 'RETURNED')
            )
            insert into reporting.extension (cell_id, id, return_id, due_before, due_on, reason, extended_at, account_id)
            select open.cell_id, asked.extension_id, open.id, open.due_on, {9}, {10}, {11}, {12}
            from open join asked on asked.cell_id = open.cell_id and asked.unit_id = open.unit_id
            where open.due_on < {9}
            returning cell_id, return_id
            """;

    private final DSLContext db;
    private final CurrentViewer viewer;

    ExtensionRepository(DSLContext db, CurrentViewer viewer) {
        this.db = db;
        this.viewer = viewer;
    }

    /** The later date, and why. */
    record Wish(LocalDate until, String reason, Instant at) {}

    /** A return that got it. */
    record Extended(ReturnId id, UnitId unit) {}

    List<Extended> extend(Forms.Asked asked, Period period, Wish wish) {
        if (asked.units().isEmpty()) {
            return List.of();
        }
        var given = db.resultQuery(
                        EXTEND,
                        val(asked.units().stream()
                                .map(unit -> unit.id().value())
                                .toArray(UUID[]::new)),
                        val(asked.units().stream().map(Unit::cellId).toArray(Short[]::new)),
                        val(fresh(asked)),
                        val(fresh(asked)),
                        val(asked.form().code()),
                        val(asked.form().version()),
                        val(period.code()),
                        val(period.until()),
                        val(asked.form().dueOn(period)),
                        val(wish.until()),
                        val(wish.reason()),
                        val(wish.at()),
                        val(viewer.get().account().value()))
                .fetch(row -> new ReturnId(row.get("cell_id", Short.class), row.get("return_id", UUID.class)));
        return moved(given, wish.until());
    }

    private static UUID[] fresh(Forms.Asked asked) {
        return asked.units().stream().map(unit -> Uuid7.next()).toArray(UUID[]::new);
    }

    /** Only after the reasons are written: a statement does not see the rows that its own parts insert. */
    private List<Extended> moved(List<ReturnId> given, LocalDate until) {
        return db.resultQuery(
                        "update reporting.unit_return r set due_on = {0} from unnest({1}::smallint[], {2}::uuid[])"
                                + " as g (cell_id, id) where r.cell_id = g.cell_id and r.id = g.id"
                                + " returning r.cell_id, r.id, r.unit_id",
                        val(until),
                        val(given.stream().map(ReturnId::cell).toArray(Short[]::new)),
                        val(given.stream().map(ReturnId::value).toArray(UUID[]::new)))
                .fetch(row -> new Extended(
                        new ReturnId(row.get("cell_id", Short.class), row.get("id", UUID.class)),
                        new UnitId(row.get("unit_id", UUID.class))));
    }
}
