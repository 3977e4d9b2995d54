package org.giaoban.preparation;

import static org.giaoban.preparation.db.Tables.INVITATION;
import static org.giaoban.preparation.db.Tables.MATERIAL;
import static org.giaoban.preparation.db.Tables.TOPIC;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Affected;
import org.giaoban.organization.HandedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Texts;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invitations and papers go with the meetings that go over to the heir; open proposals wait at the heir, or are the heir's. */
@Component
@Transactional(readOnly = true)
class PreparationPart implements ReorganisationPart {

    private static final int AFTER_MEETINGS = 52;
    private static final String KEYS = "preparation.reorganisation.";
    private static final String OPEN = " t.state in ('PROPOSED', 'DEFERRED')";

    private final DSLContext db;
    private final Meetings meetings;

    PreparationPart(DSLContext db, Meetings meetings) {
        this.db = db;
        this.meetings = meetings;
    }

    @Override
    public String name() {
        return "preparation";
    }

    @Override
    public String label() {
        return Texts.text(KEYS + "label");
    }

    @Override
    public int order() {
        return AFTER_MEETINGS;
    }

    @Override
    public boolean onlyFromTheDay() {
        return true;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        var counts = db.select(TOPIC.UNIT_ID, count())
                .from(TOPIC)
                .where(TOPIC.UNIT_ID.eq(any(handover.ended().toArray(UnitId[]::new))))
                .and(TOPIC.STATE.in(Topic.State.PROPOSED.name(), Topic.State.DEFERRED.name()))
                .groupBy(TOPIC.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
        return HandedRows.summed(handover, label(), counts, KEYS);
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        if (handover.handedOver().isEmpty()) {
            return;
        }
        for (var side : List.of("unit_id", "from_unit_id")) {
            journal.write(HandedRows.of(
                    handover,
                    "update preparation.topic t set " + side + " = h.heir, version = t.version + 1 from"
                            + HandedRows.PAIRS + "where t." + side + " = h.unit and" + OPEN));
        }
        var moved = moved(handover);
        var ids = val(moved.keySet().stream().map(MeetingId::value).toArray(UUID[]::new));
        var heirs = val(moved.values().stream().map(UnitId::value).toArray(UUID[]::new));
        for (var table : List.of("invitation", "topic", "material")) {
            journal.write(query(
                    "update preparation." + table + " t set unit_id = h.heir "
                            + "from unnest({0}::uuid[], {1}::uuid[]) as h (meeting, heir) where t.meeting_id = h.meeting "
                            + "and t.unit_id <> h.heir",
                    ids,
                    heirs));
        }
        // papers of a proposal go where the proposal goes
        journal.write(
                HandedRows.of(
                        handover,
                        "update preparation.material m set unit_id = h.heir from" + HandedRows.PAIRS
                                + "join preparation.topic t on t.unit_id = h.heir where m.topic_id = t.id and m.unit_id = h.unit"));
    }

    /** The meetings prepared here that have gone over already, with their new units. */
    private Map<MeetingId, UnitId> moved(Handover handover) {
        Condition ended = INVITATION.UNIT_ID.eq(any(handover.handedOver().toArray(UnitId[]::new)));
        var prepared = db.select(INVITATION.MEETING_ID)
                .from(INVITATION)
                .where(ended)
                .union(db.select(MATERIAL.MEETING_ID)
                        .from(MATERIAL)
                        .where(MATERIAL.UNIT_ID.eq(any(handover.handedOver().toArray(UnitId[]::new))))
                        .and(MATERIAL.MEETING_ID.isNotNull()))
                .union(db.select(TOPIC.MEETING_ID)
                        .from(TOPIC)
                        .where(TOPIC.UNIT_ID.eq(any(handover.handedOver().toArray(UnitId[]::new))))
                        .and(TOPIC.MEETING_ID.isNotNull()))
                .fetchSet(row -> new MeetingId(row.value1()));
        var moved = new HashMap<>(meetings.units(prepared));
        moved.values().removeIf(handover.ended()::contains);
        return moved;
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return HandedRows.counts(db, founded, INVITATION.UNIT_ID, TOPIC.UNIT_ID, TOPIC.FROM_UNIT_ID, MATERIAL.UNIT_ID);
    }
}
