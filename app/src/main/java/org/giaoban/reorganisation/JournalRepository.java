package org.giaoban.reorganisation;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.GrantSuccession;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads the journal and puts rows back, one step of it in one statement. */
@Repository
class JournalRepository {

    private final DSLContext db;
    private final GrantSuccession grants;

    JournalRepository(DSLContext db, GrantSuccession grants) {
        this.db = db;
        this.grants = grants;
    }

    /** The rows one statement wrote in one table, all in the same way. */
    record Step(int number, String part, String rel, Way way, int rows) {}

    /** What was done to rows. */
    enum Way {
        INSERTED("before is null"),
        UPDATED("before is not null and after is not null"),
        DELETED("after is null");

        /** Which rows of the journal these are. */
        private final String rows;

        Way(String rows) {
            this.rows = rows;
        }
    }

    /** The last step first. */
    List<Step> steps(PlanId plan) {
        return db.resultQuery("""
                        select step, part, rel, way, count(*) from (
                            select step, part, rel,
                                   case when before is null then 'INSERTED' when after is null then 'DELETED' else 'UPDATED' end as way
                            from reorganisation.row_change where plan_id = {0}) as c
                        group by step, part, rel, way order by step desc""", val(plan.value()))
                .fetch(row -> new Step(
                        row.get(0, int.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        Way.valueOf(row.get(3, String.class)),
                        row.get(4, int.class)));
    }

    /** Puts the rows of a step back; those that are no longer as the step left them are not touched. Returns how many were. */
    int restore(PlanId plan, Step step) {
        var columns = columns(step.rel());
        var key = columns.stream()
                .filter(Column::key)
                .map(column -> "t." + column.quoted() + " = a." + column.quoted())
                .collect(Collectors.joining(" and "));
        var text = switch (step.way()) {
            case INSERTED ->
                "delete from %1$s t using (%2$s) j, jsonb_populate_record(null::%1$s, j.after) a where %3$s and t is not distinct from a";
            case DELETED ->
                "insert into %1$s (%4$s) overriding system value select %5$s from (%2$s) j, jsonb_populate_record(null::%1$s, j.before) b";
            case UPDATED ->
                "update %1$s t set (%6$s) = row(%7$s) from (%2$s) j, jsonb_populate_record(null::%1$s, j.after) a, "
                        + "jsonb_populate_record(null::%1$s, j.before) b where %3$s and t is not distinct from a";
        };
        var put = db.execute(text.formatted(
                step.rel(),
                "select before, after from reorganisation.row_change where plan_id = '%s' and step = %d and rel = '%s' and %s"
                        .formatted(plan, step.number(), step.rel(), step.way().rows),
                key,
                list(columns, "", Column::written),
                list(columns, "b.", Column::written),
                list(columns, "", Column::changes),
                list(columns, "b.", Column::changes)));
        if (step.rel().startsWith("access.")) {
            grants.changed();
        }
        return put;
    }

    private static String list(List<Column> columns, String of, java.util.function.Predicate<Column> which) {
        return columns.stream()
                .filter(which)
                .map(column -> of + column.quoted())
                .collect(Collectors.joining(", "));
    }

    /** A column of a table: part of its key, calculated by the database, numbered by it. */
    private record Column(String name, boolean key, boolean generated, boolean identity) {
        String quoted() {
            return org.jooq.impl.DSL.name(name).toString();
        }

        boolean written() {
            return !generated;
        }

        boolean changes() {
            return !generated && !identity;
        }
    }

    private List<Column> columns(String rel) {
        return db.resultQuery("""
                        select a.attname::text, coalesce(a.attnum = any (i.indkey::int2[]), false),
                               a.attgenerated <> '', a.attidentity = 'a'
                        from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
                        where a.attrelid = {0}::regclass and a.attnum > 0 and not a.attisdropped
                        order by a.attnum""", val(rel))
                .fetch(row -> new Column(
                        row.get(0, String.class),
                        row.get(1, boolean.class),
                        row.get(2, boolean.class),
                        row.get(3, boolean.class)));
    }

    /** The units whose versions or successions the plan wrote. */
    Set<UnitId> units(PlanId plan) {
        var rows = db.resultQuery("""
                select distinct id::uuid
                from reorganisation.row_change c,
                     unnest(array[coalesce(after, before) ->> 'unit_id', coalesce(after, before) ->> 'from_unit_id',
                                  coalesce(after, before) ->> 'to_unit_id']) as u (id)
                where plan_id = {0} and rel in ('organization.unit_version', 'organization.succession') and id is not null""", val(plan.value()));
        return rows.fetchSet(row -> new UnitId(row.get(0, UUID.class)));
    }

    /** Rules that wait for the end of the transaction speak now. */
    void checkRules() {
        db.execute("set constraints all immediate");
    }
}
