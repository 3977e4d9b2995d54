package org.giaoban.tasks;

import static org.giaoban.tasks.TaskRows.A_ROW;
import static org.giaoban.tasks.db.Tables.ROLE;
import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import java.util.List;
import org.giaoban.access.Scope;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.search.SearchWords;
import org.giaoban.tasks.TaskRows.Row;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Finds tasks by their words among those a viewer may open; the same rule as {@link TaskRights}. */
@Repository
class TaskFinding {

    /** The units whose tasks may be seen, the units whose orders may be seen, and the viewer's own person. */
    record Sight(
            List<Scope> units, List<Scope> givers, @Nullable PersonId person) {}

    private final DSLContext db;

    TaskFinding(DSLContext db) {
        this.db = db;
    }

    /** The newest first. A unit's part is left out where the order as a whole is seen. */
    List<Row> find(SearchWords words, Sight sight, int limit) {
        return db.select(A_ROW)
                .from(TASK)
                .where(words.in(TASK.TITLE_FOLD))
                .and(visible(sight))
                .orderBy(TASK.GIVEN_AT.desc(), TASK.ID.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    private static Condition visible(Sight sight) {
        var giver = in(sight.givers(), TASK.GIVER_UNIT_ID);
        var own = in(sight.units(), TASK.UNIT_ID)
                .or(TASK.UNIT_ID.isNull().and(in(sight.units(), TASK.GIVER_UNIT_ID)))
                .or(sight.person() == null ? falseCondition() : TASK.PERSON_ID.eq(sight.person()))
                .or(TASK.PARENT_ID.isNull().and(involved(sight)));
        return TASK.PARENT_ID.isNull().and(giver.or(own)).or(giver.not().and(own));
    }

    private static Condition involved(Sight sight) {
        var helps = ROLE.UNIT_ID.isNotNull().and(in(sight.units(), ROLE.UNIT_ID));
        var watches = sight.person() == null ? falseCondition() : ROLE.PERSON_ID.eq(sight.person());
        return exists(selectOne().from(ROLE).where(ROLE.TASK_ID.eq(TASK.ID)).and(helps.or(watches)));
    }

    private static Condition in(List<Scope> scopes, Field<UnitId> unit) {
        if (scopes.stream().anyMatch(Scope::everywhere)) {
            return trueCondition();
        }
        return or(scopes.stream().map(scope -> scope.condition(unit)).toList());
    }
}
