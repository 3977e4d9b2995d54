package org.giaoban.preparation;

import static org.giaoban.preparation.db.Tables.TOPIC;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.ItemKind;
import org.giaoban.meetings.MeetingLine;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Topics as rows. */
@Repository
class TopicRepository {

    private static final int MOST = 200;

    private static final SelectField<Topic> A_TOPIC = row(
                    TOPIC.ID,
                    TOPIC.UNIT_ID,
                    row(TOPIC.KIND, TOPIC.MEETING_ID, TOPIC.ITEM_ID, TOPIC.NEXT).mapping(Topic.Place::new),
                    row(
                                    TOPIC.TITLE,
                                    TOPIC.MINUTES,
                                    TOPIC.PRESENTER,
                                    TOPIC.ITEM_KIND.convert(ItemKind.class, ItemKind::valueOf, ItemKind::name),
                                    TOPIC.OUTCOME)
                            .mapping(Topic.Content::new),
                    TOPIC.STATE.convert(Topic.State.class, Topic.State::valueOf, Topic.State::name),
                    row(TOPIC.REASON, TOPIC.DECIDED_BY, TOPIC.DECIDED_AT).mapping(Topic.Decision::new),
                    row(TOPIC.FROM_UNIT_ID, TOPIC.BY_ACCOUNT_ID, TOPIC.BY_NAME, TOPIC.PROPOSED_AT)
                            .mapping((unit, account, name, at) ->
                                    new Topic.Origin(unit == null ? null : unit.value(), account.value(), name, at)),
                    TOPIC.VERSION)
            .mapping(Topic::new);

    private final DSLContext db;

    TopicRepository(DSLContext db) {
        this.db = db;
    }

    void insert(Topic topic) {
        db.insertInto(TOPIC)
                .set(TOPIC.ID, topic.id())
                .set(TOPIC.UNIT_ID, topic.unit())
                .set(TOPIC.KIND, topic.place().kind())
                .set(TOPIC.MEETING_ID, topic.place().meeting())
                .set(TOPIC.ITEM_ID, topic.place().item())
                .set(TOPIC.NEXT, topic.place().next())
                .set(
                        TOPIC.FROM_UNIT_ID,
                        topic.origin().unit() == null
                                ? null
                                : new UnitId(topic.origin().unit()))
                .set(TOPIC.TITLE, topic.content().title())
                .set(TOPIC.MINUTES, topic.content().minutes())
                .set(TOPIC.PRESENTER, topic.content().presenter())
                .set(TOPIC.ITEM_KIND, topic.content().kind().name())
                .set(TOPIC.OUTCOME, topic.content().outcome())
                .set(TOPIC.STATE, topic.state().name())
                .set(TOPIC.REASON, topic.decision().reason())
                .set(
                        TOPIC.BY_ACCOUNT_ID,
                        new org.giaoban.kernel.AccountId(topic.origin().account()))
                .set(TOPIC.BY_NAME, topic.origin().name())
                .set(TOPIC.PROPOSED_AT, topic.origin().at())
                .execute();
    }

    /** False when somebody decided on it since it was read. */
    boolean update(Topic topic) {
        return db.update(TOPIC)
                        .set(TOPIC.MEETING_ID, topic.place().meeting())
                        .set(TOPIC.ITEM_ID, topic.place().item())
                        .set(TOPIC.NEXT, topic.place().next())
                        .set(TOPIC.STATE, topic.state().name())
                        .set(TOPIC.REASON, topic.decision().reason())
                        .set(TOPIC.DECIDED_BY, topic.decision().by())
                        .set(TOPIC.DECIDED_AT, topic.decision().at())
                        .set(TOPIC.VERSION, TOPIC.VERSION.plus(1))
                        .where(TOPIC.ID.eq(topic.id()))
                        .and(TOPIC.VERSION.eq(topic.version()))
                        .execute()
                == 1;
    }

    Optional<Topic> find(UUID id) {
        return list(TOPIC.ID.eq(id)).stream().findFirst();
    }

    /** What was proposed for a meeting, in the order it came. */
    List<Topic> of(MeetingLine meeting) {
        return list(TOPIC.MEETING_ID.eq(meeting.id().value()));
    }

    /** What waits for a later meeting of the unit and kind. */
    List<Topic> backlog(MeetingLine meeting) {
        return list(TOPIC.UNIT_ID
                .eq(meeting.unit())
                .and(TOPIC.STATE.eq(Topic.State.DEFERRED.name()))
                .and(TOPIC.KIND.isNull().or(TOPIC.KIND.eq(meeting.kind()))));
    }

    private List<Topic> list(Condition condition) {
        return db.select(A_TOPIC)
                .from(TOPIC)
                .where(condition)
                .orderBy(TOPIC.PROPOSED_AT, TOPIC.ID)
                .limit(MOST)
                .fetch(Record1::value1);
    }
}
