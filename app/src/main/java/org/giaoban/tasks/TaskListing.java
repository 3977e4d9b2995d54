package org.giaoban.tasks;

import static org.giaoban.tasks.TaskRepository.STATE;
import static org.giaoban.tasks.TaskRows.A_ROW;
import static org.giaoban.tasks.TaskRows.SORT;
import static org.giaoban.tasks.db.Tables.EXTENSION;
import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.giaoban.access.Scope;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Sorting;
import org.giaoban.tasks.TaskRows.Row;
import org.giaoban.tasks.db.tables.Task;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The task lists of one viewer: every query carries what that viewer may see. */
@Repository
class TaskListing {

    /** What a viewer may see in one view: the person, the posts held, the units granted. */
    record Sight(TaskFilter.View view, @Nullable PersonId person, List<Post> posts, List<Scope> scopes) {}

    /** A post in a unit. */
    record Post(UnitId unit, String post) {}

    /** A source a list can be narrowed to. */
    record Source(UUID id, String label) {}

    private static final String VIETNAMESE = "vi-x-icu";

    private final DSLContext db;

    TaskListing(DSLContext db) {
        this.db = db;
    }

    List<Row> page(Sight sight, TaskFilter filter, LocalDate today, TaskFilter.@Nullable Cursor after, int limit) {
        var column = column(TASK, filter.sorting());
        var down = filter.sorting().descending();
        return db.select(A_ROW)
                .from(TASK)
                .where(visible(sight))
                .and(narrowed(filter, today))
                .and(after == null ? noCondition() : behind(after.id(), filter.sorting()))
                .orderBy(down ? column.desc() : column.asc(), down ? TASK.ID.desc() : TASK.ID.asc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** The rows behind the one a page ended with, read where that row stands now. */
    private static Condition behind(UUID last, Sorting sorting) {
        var end = Task.TASK.as("last_of_page");
        var place = select(column(end, sorting), end.ID).from(end).where(end.ID.eq(last));
        var here = row(column(TASK, sorting), TASK.ID);
        return sorting.descending() ? here.lt(place) : here.gt(place);
    }

    private static Field<Object> column(Task task, Sorting sorting) {
        return switch (sorting.column()) {
            case "title" -> task.TITLE.collate(VIETNAMESE).coerce(Object.class);
            default -> coalesce(task.DUE_ON, inline(TaskFilter.Cursor.NEVER)).coerce(Object.class);
        };
    }

    List<Source> sources(Sight sight) {
        return db.selectDistinct(TASK.SOURCE_ID, TASK.SOURCE_LABEL)
                .from(TASK)
                .where(visible(sight))
                .orderBy(TASK.SOURCE_ID.desc())
                .limit(60)
                .fetch(Records.mapping(Source::new));
    }

    List<UnitId> units(Sight sight) {
        var unit = Task.TASK.as("unit");
        return db.selectDistinct(unit.UNIT_ID)
                .from(TASK)
                .join(unit)
                .on(unit.ID.eq(TASK.ID).or(unit.PARENT_ID.eq(TASK.ID)))
                .where(visible(sight))
                .and(unit.UNIT_ID.isNotNull())
                .limit(500)
                .fetch(unit.UNIT_ID);
    }

    /** What is owed in either of two views, the most urgent first. */
    List<Row> owed(Sight first, Sight second, int limit) {
        return db.select(A_ROW)
                .from(TASK)
                .where(owed())
                .and(either(first, second))
                .orderBy(SORT, TASK.ID)
                .limit(limit)
                .fetch(Record1::value1);
    }

    int countOwed(Sight first, Sight second) {
        return db.fetchCount(db.selectOne()
                .from(TASK)
                .where(owed())
                .and(either(first, second))
                .limit(999));
    }

    /** What waits for a decision of the giver: reports and requests for more time, of whichever unit. */
    List<Row> waiting(Sight judged, int limit) {
        return db.select(A_ROW)
                .from(TASK)
                .where(decidable(judged))
                .orderBy(SORT, TASK.ID)
                .limit(limit)
                .fetch(Record1::value1);
    }

    int countWaiting(Sight judged) {
        return db.fetchCount(db.selectOne().from(TASK).where(decidable(judged)).limit(999));
    }

    private static Condition decidable(Sight judged) {
        var asked = exists(
                selectOne().from(EXTENSION).where(EXTENSION.TASK_ID.eq(TASK.ID)).and(EXTENSION.DECIDED_AT.isNull()));
        return TASK.SEVERAL
                .isFalse()
                .and(granted(judged, TASK.GIVER_UNIT_ID))
                .and(STATE.eq(TaskState.REPORTED).or(TASK.CLOSED_AT.isNull().and(asked)));
    }

    private static Condition either(Sight first, Sight second) {
        return visible(first).or(visible(second));
    }

    private static Condition owed() {
        return TASK.SEVERAL.isFalse().and(STATE.in(TaskState.GIVEN, TaskState.ACCEPTED, TaskState.RETURNED));
    }

    private static Condition visible(Sight sight) {
        return switch (sight.view()) {
            case MINE -> mine(sight);
            case UNIT -> TASK.SEVERAL.isFalse().and(granted(sight, TASK.UNIT_ID));
            case GIVEN -> TASK.PARENT_ID.isNull().and(granted(sight, TASK.GIVER_UNIT_ID));
        };
    }

    private static Condition granted(Sight sight, Field<UnitId> unit) {
        // "everywhere" is no condition at all, which or() would drop instead of letting it win
        return sight.scopes().stream().anyMatch(Scope::everywhere)
                ? noCondition()
                : or(sight.scopes().stream().map(scope -> scope.condition(unit)).toList());
    }

    private static Condition mine(Sight sight) {
        if (sight.person() == null) {
            return falseCondition();
        }
        Condition own = TASK.PERSON_ID.eq(sight.person());
        for (var post : sight.posts()) {
            own = own.or(
                    TASK.PERSON_ID.isNull().and(TASK.UNIT_ID.eq(post.unit())).and(TASK.POST.eq(post.post())));
        }
        return own;
    }

    private static Condition narrowed(TaskFilter filter, LocalDate today) {
        var all = noCondition();
        var state = filter.state();
        if (state != null) {
            all = all.and(either(task -> task.STATE.eq(state.name())));
        }
        var unit = filter.unit();
        if (unit != null) {
            all = all.and(either(task -> task.UNIT_ID.eq(unit)));
        }
        if (filter.overdue()) {
            all = all.and(either(
                    task -> task.DUE_ON.lt(today).and(task.REPORTED_AT.isNull()).and(task.CLOSED_AT.isNull())));
        }
        if (filter.source() != null) {
            all = all.and(TASK.SOURCE_ID.eq(filter.source()));
        }
        return filter.query() == null ? all : all.and(TASK.TITLE.containsIgnoreCase(filter.query()));
    }

    /** True of the task itself, or, for an order to several units, of one of them. */
    private static Condition either(Function<Task, Condition> rule) {
        var child = Task.TASK.as("child");
        return TASK.SEVERAL
                .isFalse()
                .and(rule.apply(TASK))
                .or(exists(selectOne()
                        .from(child)
                        .where(child.PARENT_ID.eq(TASK.ID))
                        .and(rule.apply(child))));
    }
}
