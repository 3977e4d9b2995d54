package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.UNIT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.TreeRevision.Begun;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes many units at once: every statement takes its rows as columns of arrays. */
@Repository
class RevisionRepository {

    private final DSLContext db;
    private final TreeMemory memory;

    RevisionRepository(DSLContext db, TreeMemory memory) {
        this.db = db;
        this.memory = memory;
    }

    /** What never changes about a unit. */
    record Identity(UnitId id, short cell) {}

    Map<String, Identity> identities(Collection<String> codes) {
        var found = new HashMap<String, Identity>();
        db.select(UNIT.CODE, UnitRepository.IDENTITY, UNIT.CELL_ID)
                .from(UNIT)
                .where(UNIT.CODE.eq(any(codes.toArray(String[]::new))))
                .forEach(row -> found.put(row.value1(), new Identity(row.value2(), row.value3())));
        return found;
    }

    void insert(Map<String, Short> cells) {
        var codes = List.copyOf(cells.keySet());
        db.query(
                        "insert into organization.unit (id, code, cell_id) "
                                + "select * from unnest({0}::uuid[], {1}::text[], {2}::smallint[]) on conflict do nothing",
                        val(column(codes, code -> Uuid7.next(), UUID[]::new)),
                        val(codes.toArray(String[]::new)),
                        val(column(codes, cells::get, Short[]::new)))
                .execute();
    }

    static Query versions(List<Begun> begun, @Nullable UUID plan) {
        var units = begun.stream().map(Begun::unit).toList();
        return query(
                """
                insert into organization.unit_version
                    (unit_id, valid, name, short_name, kind, parent_unit_id, basis, plan_id)
                select v.id, daterange(v.first, v.until), v.name, v.short_name, v.kind, v.parent, v.basis, {8}
                from unnest({0}::uuid[], {1}::date[], {2}::date[], {3}::text[], {4}::text[], {5}::text[], {6}::uuid[], {7}::text[])
                    as v (id, first, until, name, short_name, kind, parent, basis)""",
                val(column(units, unit -> unit.id().value(), UUID[]::new)),
                val(column(units, unit -> unit.valid().from(), LocalDate[]::new)),
                val(column(units, unit -> unit.valid().until(), LocalDate[]::new)),
                val(column(units, Unit::name, String[]::new)),
                val(column(units, Unit::shortName, String[]::new)),
                val(column(units, Unit::kind, String[]::new)),
                val(column(units, RevisionRepository::parent, UUID[]::new)),
                val(column(begun, Begun::basis, String[]::new)),
                val(plan, UUID.class));
    }

    private static @Nullable UUID parent(Unit unit) {
        return unit.parent() == null ? null : unit.parent().value();
    }

    /** Ends the versions that hold on the day just before it. */
    static Query cut(Collection<UnitId> units, LocalDate day) {
        return query("""
                update organization.unit_version set valid = daterange(lower(valid), {1}::date)
                where unit_id = any ({0}::uuid[]) and valid @> {1}::date and lower(valid) < {1}::date""", val(ids(units)), val(day));
    }

    /** A version that would begin on the very day gives way to the new one. */
    static Query replaced(Collection<UnitId> units, LocalDate day) {
        return query(
                "delete from organization.unit_version where unit_id = any ({0}::uuid[]) and lower(valid) = {1}::date",
                val(ids(units)), val(day));
    }

    static Query successions(List<Succession> steps) {
        return query(
                """
                insert into organization.succession (from_unit_id, to_unit_id, day, share, estimated, plan_id)
                select * from unnest({0}::uuid[], {1}::uuid[], {2}::date[], {3}::numeric[], {4}::boolean[], {5}::uuid[])""",
                val(column(steps, step -> step.from().value(), UUID[]::new)),
                val(column(steps, step -> step.to().value(), UUID[]::new)),
                val(column(steps, Succession::day, LocalDate[]::new)),
                val(column(steps, Succession::share, BigDecimal[]::new)),
                val(column(steps, Succession::estimated, Boolean[]::new)),
                val(column(steps, Succession::plan, UUID[]::new)));
    }

    void found(List<Begun> begun) {
        db.execute(versions(begun, null));
    }

    /** Gives the tree a new number and notes it at the units. */
    void changed(Collection<UnitId> units) {
        db.query("""
                        with number as (
                            update organization.tree_state set version = nextval('organization.tree_version') returning version
                        )
                        insert into organization.unit_change (unit_id, version)
                        select id, version from number, unnest({0}::uuid[]) as u (id)
                        on conflict (unit_id) do update set version = excluded.version""", val(ids(units))).execute();
        memory.changed();
    }

    private static UUID[] ids(Collection<UnitId> units) {
        return units.stream().distinct().map(UnitId::value).toArray(UUID[]::new);
    }

    private static <T, V> V[] column(List<T> rows, Function<T, @Nullable V> value, IntFunction<V[]> type) {
        return rows.stream().map(value).toArray(type);
    }
}
