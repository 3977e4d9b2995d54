package org.giaoban.tasks;

import static org.giaoban.tasks.TaskConditions.narrowed;
import static org.giaoban.tasks.TaskConditions.visible;
import static org.giaoban.tasks.TaskRepository.DUTY;
import static org.giaoban.tasks.TaskRows.A_ROW;
import static org.giaoban.tasks.TaskRows.SORT;
import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

    /**
     * A view narrowed to what was asked for.
     *
     * @param posts held by the person the filter names
     */
    record Asked(Sight sight, TaskFilter filter, List<Post> posts, LocalDate today) {

        Condition narrowing() {
            return narrowed(filter, posts, today);
        }
    }

    static final int MOST_COUNTED = 999;

    private static final String VIETNAMESE = "vi-x-icu";
    private static final int MOST_CHOICES = 500;

    private final DSLContext db;

    TaskListing(DSLContext db) {
        this.db = db;
    }

    List<Row> page(Asked asked, TaskFilter.@Nullable Cursor after, int limit) {
        var sorting = asked.filter().sorting();
        var column = column(TASK, sorting);
        var down = sorting.descending();
        return db.select(A_ROW)
                .from(TASK)
                .where(visible(asked.sight()))
                .and(asked.narrowing())
                .and(after == null ? noCondition() : behind(after.id(), sorting))
                .orderBy(down ? column.desc() : column.asc(), down ? TASK.ID.desc() : TASK.ID.asc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** The parts of single units, by date. */
    List<Row> parts(Asked asked, Condition also, int limit) {
        return db.select(A_ROW)
                .from(TASK)
                .where(TaskConditions.parts(asked.sight()))
                .and(asked.narrowing())
                .and(also)
                .orderBy(SORT, TASK.ID)
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

    /** Who owes what in a view: each unit with the person or post that answers there. */
    List<org.giaoban.tasks.Task.Duty> duties(Sight sight) {
        return db.selectDistinct(DUTY)
                .from(TASK)
                .where(TaskConditions.parts(sight))
                .and(TASK.UNIT_ID.isNotNull())
                .limit(MOST_CHOICES)
                .fetch(Record1::value1);
    }

    /** How many rows a view has, counted as far as anybody reads. */
    int count(Sight sight) {
        return db.fetchCount(db.selectOne().from(TASK).where(visible(sight)).limit(MOST_COUNTED));
    }

    /** The most urgent rows of a view. */
    List<Row> first(Sight sight, int limit) {
        return db.select(A_ROW)
                .from(TASK)
                .where(visible(sight))
                .orderBy(SORT, TASK.ID)
                .limit(limit)
                .fetch(Record1::value1);
    }
}
