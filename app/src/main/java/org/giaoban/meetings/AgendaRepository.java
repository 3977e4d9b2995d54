package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.ITEM;
import static org.jooq.impl.DSL.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Agenda items and their notes. */
@Repository
class AgendaRepository {

    private static final Field<ItemKind> KIND = ITEM.KIND.convert(ItemKind.class, ItemKind::valueOf, ItemKind::name);
    private static final Field<Reach> REACH = ITEM.REACH.convert(Reach.class, Reach::valueOf, Reach::name);

    private static final SelectField<AgendaItem> AN_ITEM = row(
                    ITEM.ID,
                    ITEM.POSITION,
                    ITEM.TITLE,
                    ITEM.MINUTES,
                    ITEM.PRESENTER,
                    ITEM.CARRIED,
                    row(ITEM.NOTES, ITEM.NOTES_VERSION).mapping(AgendaItem.Notes::new),
                    row(
                                    KIND,
                                    ITEM.MANDATORY,
                                    ITEM.LEAST_MINUTES,
                                    ITEM.PART_ID,
                                    ITEM.OUTCOME_WANTED,
                                    REACH,
                                    ITEM.TOPIC_ID)
                            .mapping(AgendaItem.More::new))
            .mapping(AgendaItem::new);

    private final DSLContext db;

    AgendaRepository(DSLContext db) {
        this.db = db;
    }

    List<AgendaItem> of(MeetingId meeting) {
        return db.select(AN_ITEM)
                .from(ITEM)
                .where(ITEM.MEETING_ID.eq(meeting.value()))
                .orderBy(ITEM.POSITION)
                .limit(100)
                .fetch(Record1::value1);
    }

    Optional<AgendaItem> find(MeetingId meeting, UUID item) {
        return db.select(AN_ITEM)
                .from(ITEM)
                .where(ITEM.ID.eq(item))
                .and(ITEM.MEETING_ID.eq(meeting.value()))
                .fetchOptional(Record1::value1);
    }

    /** Writes the agenda as given: new items in, known ones changed, the rest out. Notes stay. */
    void replace(MeetingId meeting, List<AgendaItem> items) {
        db.deleteFrom(ITEM)
                .where(ITEM.MEETING_ID.eq(meeting.value()))
                .and(ITEM.ID.notIn(items.stream().map(AgendaItem::id).toList()))
                .execute();
        db.batch(items.stream().map(item -> upsert(meeting, item)).toList()).execute();
    }

    private Query upsert(MeetingId meeting, AgendaItem item) {
        var values = values(item);
        return db.insertInto(ITEM)
                .set(ITEM.ID, item.id())
                .set(ITEM.MEETING_ID, meeting.value())
                .set(ITEM.CARRIED, item.carried())
                .set(ITEM.TOPIC_ID, item.more().topic())
                .set(values)
                .onConflict(ITEM.ID)
                .doUpdate()
                .set(values)
                .where(ITEM.MEETING_ID.eq(meeting.value()));
    }

    private static Map<Field<?>, @Nullable Object> values(AgendaItem item) {
        var values = new HashMap<Field<?>, @Nullable Object>();
        values.put(ITEM.POSITION, item.position());
        values.put(ITEM.TITLE, item.title());
        values.put(ITEM.MINUTES, item.minutes());
        values.put(ITEM.PRESENTER, item.presenter());
        values.put(ITEM.KIND, item.more().kind().name());
        values.put(ITEM.MANDATORY, item.more().mandatory());
        values.put(ITEM.LEAST_MINUTES, item.more().leastMinutes());
        values.put(ITEM.PART_ID, item.more().part());
        values.put(ITEM.OUTCOME_WANTED, item.more().outcome());
        values.put(ITEM.REACH, item.more().reach().name());
        return values;
    }

    Optional<AgendaItem.Notes> lockNotes(MeetingId meeting, UUID item) {
        return db.select(ITEM.NOTES, ITEM.NOTES_VERSION)
                .from(ITEM)
                .where(ITEM.ID.eq(item))
                .and(ITEM.MEETING_ID.eq(meeting.value()))
                .forUpdate()
                .fetchOptional(Records.mapping(AgendaItem.Notes::new));
    }

    /** False when the notes are no longer at this version. */
    boolean write(UUID item, AgendaItem.Notes notes) {
        return db.update(ITEM)
                        .set(ITEM.NOTES, notes.text())
                        .set(ITEM.NOTES_VERSION, ITEM.NOTES_VERSION.plus(1))
                        .where(ITEM.ID.eq(item))
                        .and(ITEM.NOTES_VERSION.eq(notes.version()))
                        .execute()
                == 1;
    }
}
