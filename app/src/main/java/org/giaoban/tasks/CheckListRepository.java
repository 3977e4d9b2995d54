package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.CHECK_ITEM;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The steps on the lists of tasks; each unit ticks off its own. */
@Repository
class CheckListRepository {

    private final DSLContext db;

    CheckListRepository(DSLContext db) {
        this.db = db;
    }

    /** Gives each task the same steps. */
    void insert(Collection<UUID> tasks, List<String> steps) {
        db.batch(tasks.stream()
                        .flatMap(task -> java.util.stream.IntStream.range(0, steps.size())
                                .mapToObj(place -> insertion(Uuid7.next(), task, place + 1, steps.get(place))))
                        .toList())
                .execute();
    }

    /** Adds a step at the end; under an id that is known it was added before. */
    void add(UUID id, UUID task, String text) {
        insertion(id, task, of(task).size() + 1, text).execute();
    }

    private Query insertion(UUID id, UUID task, int position, String text) {
        return db.insertInto(CHECK_ITEM)
                .set(CHECK_ITEM.ID, id)
                .set(CHECK_ITEM.TASK_ID, task)
                .set(CHECK_ITEM.POSITION, position)
                .set(CHECK_ITEM.TEXT, text)
                .onConflictDoNothing();
    }

    List<CheckItem> of(UUID task) {
        return db.select(CHECK_ITEM.ID, CHECK_ITEM.TEXT, CHECK_ITEM.DONE_AT, CHECK_ITEM.DONE_BY)
                .from(CHECK_ITEM)
                .where(CHECK_ITEM.TASK_ID.eq(task))
                .orderBy(CHECK_ITEM.POSITION, CHECK_ITEM.ID)
                .limit(CheckItem.MOST)
                .fetch(Records.mapping(CheckItem::new));
    }

    /** Ticks a step off, or takes the tick away; what already stands so stays as it is, with its first name and time. */
    void tick(UUID task, UUID item, @Nullable Instant at, @Nullable String by) {
        db.update(CHECK_ITEM)
                .set(CHECK_ITEM.DONE_AT, at)
                .set(CHECK_ITEM.DONE_BY, by)
                .where(CHECK_ITEM.ID.eq(item))
                .and(CHECK_ITEM.TASK_ID.eq(task))
                .and(at == null ? CHECK_ITEM.DONE_AT.isNotNull() : CHECK_ITEM.DONE_AT.isNull())
                .execute();
    }

    void remove(UUID task, UUID item) {
        db.deleteFrom(CHECK_ITEM)
                .where(CHECK_ITEM.ID.eq(item))
                .and(CHECK_ITEM.TASK_ID.eq(task))
                .and(CHECK_ITEM.DONE_AT.isNull())
                .execute();
    }
}
