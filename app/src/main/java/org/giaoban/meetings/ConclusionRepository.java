package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.OUTCOME;
import static org.giaoban.meetings.db.Tables.OUTCOME_HELPER;
import static org.giaoban.meetings.db.Tables.OUTCOME_UNIT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Conclusion.Duty;
import org.giaoban.tasks.Order;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Conclusions as rows. */
@Repository
class ConclusionRepository {

    private static final Field<OutcomeKind> KIND =
            OUTCOME.KIND.convert(OutcomeKind.class, OutcomeKind::valueOf, OutcomeKind::name);

    private static final Field<List<UnitId>> UNITS = multiset(select(OUTCOME_UNIT.UNIT_ID)
                    .from(OUTCOME_UNIT)
                    .where(OUTCOME_UNIT.OUTCOME_ID.eq(OUTCOME.ID))
                    .orderBy(OUTCOME_UNIT.UNIT_ID))
            .convertFrom(rows -> rows.map(Record1::value1));

    private static final Field<List<UnitId>> HELPERS = multiset(select(OUTCOME_HELPER.UNIT_ID)
                    .from(OUTCOME_HELPER)
                    .where(OUTCOME_HELPER.OUTCOME_ID.eq(OUTCOME.ID))
                    .orderBy(OUTCOME_HELPER.UNIT_ID))
            .convertFrom(rows -> rows.map(Record1::value1));

    private static final SelectField<Duty> DUTY = row(
                    UNITS,
                    OUTCOME.PERSON_ID,
                    OUTCOME.POST,
                    OUTCOME.DUE_ON,
                    OUTCOME.MEASURE,
                    row(OUTCOME.NO_UNIT, OUTCOME.NO_PERSON, OUTCOME.NO_DATE, OUTCOME.NO_MEASURE)
                            .mapping(Order.Reasons::new),
                    row(OUTCOME.PRODUCT, OUTCOME.NO_PRODUCT, HELPERS, OUTCOME.SUPERVISING_PERSON_ID)
                            .mapping(Beside::new))
            .mapping(Duty::new);

    private static final SelectField<Conclusion> A_CONCLUSION = row(
                    OUTCOME.ID,
                    OUTCOME.ITEM_ID,
                    OUTCOME.POSITION,
                    KIND,
                    OUTCOME.TEXT,
                    OUTCOME.OPEN,
                    DUTY,
                    OUTCOME.WHY,
                    OUTCOME.TASK_ID)
            .mapping(Conclusion::new);

    private final DSLContext db;

    ConclusionRepository(DSLContext db) {
        this.db = db;
    }

    List<Conclusion> of(MeetingId meeting) {
        return db.select(A_CONCLUSION)
                .from(OUTCOME)
                .where(OUTCOME.MEETING_ID.eq(meeting.value()))
                .orderBy(OUTCOME.POSITION, OUTCOME.ID)
                .limit(500)
                .fetch(Record1::value1);
    }

    Optional<Conclusion> find(MeetingId meeting, UUID id) {
        return db.select(A_CONCLUSION)
                .from(OUTCOME)
                .where(OUTCOME.ID.eq(id))
                .and(OUTCOME.MEETING_ID.eq(meeting.value()))
                .fetchOptional(Record1::value1);
    }

    int nextPosition(MeetingId meeting) {
        return db.select(coalesce(max(OUTCOME.POSITION), inline(0)))
                        .from(OUTCOME)
                        .where(OUTCOME.MEETING_ID.eq(meeting.value()))
                        .fetchSingle(Record1::value1)
                + 1;
    }

    void save(MeetingId meeting, Conclusion conclusion) {
        db.insertInto(OUTCOME)
                .set(OUTCOME.ID, conclusion.id())
                .set(OUTCOME.MEETING_ID, meeting.value())
                .set(OUTCOME.POSITION, conclusion.position())
                .set(values(conclusion))
                .onConflict(OUTCOME.ID)
                .doUpdate()
                .set(values(conclusion))
                .set(OUTCOME.VERSION, OUTCOME.VERSION.plus(1))
                .where(OUTCOME.MEETING_ID.eq(meeting.value()))
                .execute();
        units(conclusion);
    }

    private void units(Conclusion conclusion) {
        var id = conclusion.id();
        var duty = conclusion.duty();
        var doing = duty.units().stream()
                .map(unit -> db.insertInto(OUTCOME_UNIT)
                        .set(OUTCOME_UNIT.OUTCOME_ID, id)
                        .set(OUTCOME_UNIT.UNIT_ID, unit));
        var helping = duty.beside().helping().stream()
                .map(unit -> db.insertInto(OUTCOME_HELPER)
                        .set(OUTCOME_HELPER.OUTCOME_ID, id)
                        .set(OUTCOME_HELPER.UNIT_ID, unit));
        var gone = Stream.of(
                db.deleteFrom(OUTCOME_UNIT).where(OUTCOME_UNIT.OUTCOME_ID.eq(id)),
                db.deleteFrom(OUTCOME_HELPER).where(OUTCOME_HELPER.OUTCOME_ID.eq(id)));
        db.batch(Stream.of(gone, doing, helping).flatMap(one -> one).toList()).execute();
    }

    private static Map<Field<?>, Object> values(Conclusion conclusion) {
        var duty = conclusion.duty();
        var values = new HashMap<Field<?>, Object>();
        values.put(OUTCOME.ITEM_ID, conclusion.item());
        values.put(OUTCOME.KIND, conclusion.kind().name());
        values.put(OUTCOME.TEXT, conclusion.text());
        values.put(OUTCOME.OPEN, conclusion.open());
        values.put(OUTCOME.PERSON_ID, duty.person());
        values.put(OUTCOME.POST, duty.post());
        values.put(OUTCOME.DUE_ON, duty.dueOn());
        values.put(OUTCOME.MEASURE, duty.measure());
        values.put(OUTCOME.NO_UNIT, duty.reasons().noUnit());
        values.put(OUTCOME.NO_PERSON, duty.reasons().noPerson());
        values.put(OUTCOME.NO_DATE, duty.reasons().noDate());
        values.put(OUTCOME.WHY, conclusion.why());
        values.put(OUTCOME.NO_MEASURE, duty.reasons().noMeasure());
        values.put(OUTCOME.PRODUCT, duty.beside().product());
        values.put(OUTCOME.NO_PRODUCT, duty.beside().noProduct());
        values.put(OUTCOME.SUPERVISING_PERSON_ID, duty.beside().supervising());
        return values;
    }

    void becameTask(UUID conclusion, UUID task) {
        db.update(OUTCOME)
                .set(OUTCOME.TASK_ID, task)
                .where(OUTCOME.ID.eq(conclusion))
                .execute();
    }

    void delete(MeetingId meeting, UUID id) {
        db.deleteFrom(OUTCOME)
                .where(OUTCOME.ID.eq(id))
                .and(OUTCOME.MEETING_ID.eq(meeting.value()))
                .execute();
    }
}
