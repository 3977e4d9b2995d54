package org.giaoban.preparation;

import static org.giaoban.preparation.db.Tables.INVITATION;
import static org.giaoban.preparation.db.Tables.TOPIC;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.ItemKind;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.Reach;
import org.giaoban.platform.Refused;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
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
                                    TOPIC.OUTCOME,
                                    TOPIC.REACH.convert(Reach.class, Reach::valueOf, Reach::name))
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
                .set(TOPIC.REACH, topic.content().reach().name())
                .set(TOPIC.STATE, topic.state().name())
                .set(TOPIC.REASON, topic.decision().reason())
                .set(
                        TOPIC.BY_ACCOUNT_ID,
                        new org.giaoban.kernel.AccountId(topic.origin().account()))
                .set(TOPIC.BY_NAME, topic.origin().name())
                .set(TOPIC.PROPOSED_AT, topic.origin().at())
                .execute();
    }

    /** Refused when somebody changed it or decided on it since it was read. */
    void save(Topic topic) {
        if (!update(topic)) {
            throw new Refused(
                    "preparation.refused.topic-decided", topic.content().title());
        }
    }

    private boolean update(Topic topic) {
        return db.update(TOPIC)
                        .set(TOPIC.MEETING_ID, topic.place().meeting())
                        .set(TOPIC.ITEM_ID, topic.place().item())
                        .set(TOPIC.NEXT, topic.place().next())
                        .set(TOPIC.TITLE, topic.content().title())
                        .set(TOPIC.MINUTES, topic.content().minutes())
                        .set(TOPIC.PRESENTER, topic.content().presenter())
                        .set(TOPIC.ITEM_KIND, topic.content().kind().name())
                        .set(TOPIC.OUTCOME, topic.content().outcome())
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

    Topic get(UnitId unit, UUID id) {
        return find(id).filter(one -> one.unit().equals(unit))
                .orElseThrow(() -> new Refused("preparation.refused.topic-gone"));
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

    /** What waits for the office's decision on meetings to come, of the units in the scope; the next meeting first. */
    List<Waiting> waiting(Scope scope, Instant now, int most) {
        return db.select(A_TOPIC, INVITATION.TITLE, INVITATION.STARTS_AT)
                .from(TOPIC)
                .join(INVITATION)
                .on(INVITATION.MEETING_ID.eq(TOPIC.MEETING_ID))
                .where(TOPIC.STATE.eq(Topic.State.PROPOSED.name()))
                .and(scope.condition(TOPIC.UNIT_ID))
                .and(INVITATION.STARTS_AT.gt(now))
                .andNot(INVITATION.CANCELLED)
                .orderBy(INVITATION.STARTS_AT, TOPIC.PROPOSED_AT, TOPIC.ID)
                .limit(most)
                .fetch(Records.mapping(Waiting::new));
    }

    /** A topic with the meeting it was proposed for. */
    record Waiting(Topic topic, String meeting, Instant startsAt) {}

    private List<Topic> list(Condition condition) {
        return db.select(A_TOPIC)
                .from(TOPIC)
                .where(condition)
                .orderBy(TOPIC.PROPOSED_AT, TOPIC.ID)
                .limit(MOST)
                .fetch(Record1::value1);
    }
}
