package org.giaoban.reorganisation;

import static org.jooq.impl.DSL.val;

import org.giaoban.organization.Journal;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Keeps, in the statement that changes them, the rows as they were and as they became. */
final class RowJournal {

    private final DSLContext db;
    private final PlanId plan;
    private int step;
    private int rows;

    RowJournal(DSLContext db, PlanId plan) {
        this.db = db;
        this.plan = plan;
    }

    Journal of(String part) {
        return change -> {
            var written = write(part, change);
            rows += written;
            return written;
        };
    }

    int rows() {
        return rows;
    }

    private int write(String part, Query change) {
        step++;
        return db.query("""
                        with changed as (
                            {0} returning coalesce(new.tableoid, old.tableoid)::regclass::text as rel, to_jsonb(old) as before, to_jsonb(new) as after
                        )
                        insert into reorganisation.row_change (plan_id, step, place, part, rel, before, after)
                        select {1}, {2}, row_number() over (), {3}, rel, before, after from changed""", change, val(plan.value()), val(step), val(part)).execute();
    }
}
