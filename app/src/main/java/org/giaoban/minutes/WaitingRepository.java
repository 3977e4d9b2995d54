package org.giaoban.minutes;

import static org.giaoban.minutes.db.Tables.RECORD;
import static org.giaoban.minutes.db.Tables.REMARK;
import static org.giaoban.minutes.db.Tables.SIGNATURE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.List;
import org.giaoban.access.Scope;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.minutes.RemarkRepository.Role;
import org.giaoban.minutes.Waiting.Step;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Finds minutes that wait: for their secretary, for the chair, for the notice; what is wanted first comes first. */
@Repository
class WaitingRepository {

    private static final Field<Integer> OPEN = field(select(count())
            .from(REMARK)
            .where(REMARK.MEETING_ID.eq(RECORD.MEETING_ID))
            .and(REMARK.ANSWER.isNull()));

    private final DSLContext db;

    WaitingRepository(DSLContext db) {
        this.db = db;
    }

    /** The next steps of the minutes this account keeps, in units whose meetings it still runs. */
    List<Waiting> kept(AccountId secretary, Scope runs, Instant now, int most) {
        var step = when(RECORD.STATE.eq(MinutesState.DRAFT.name()), val(Step.READ_OUT.name()))
                .when(RECORD.STATE.eq(MinutesState.ADOPTED.name()), val(Step.SIGN_AS_SECRETARY.name()))
                .when(OPEN.gt(0), val(Step.ANSWER.name()))
                .otherwise(val(Step.ADOPT.name()));
        var until = when(RECORD.STATE.eq(MinutesState.READ_OUT.name()), RECORD.REMARKS_UNTIL);
        return list(
                step,
                until,
                RECORD.SECRETARY_ACCOUNT_ID
                        .eq(secretary)
                        .and(runs.condition(RECORD.UNIT_ID))
                        .and(waits(now)),
                most);
    }

    /** While attendees may still remark and everything so far is answered, nothing waits for the secretary. */
    private static Condition waits(Instant now) {
        return RECORD.STATE
                .eq(MinutesState.DRAFT.name())
                .or(RECORD.STATE
                        .eq(MinutesState.READ_OUT.name())
                        .and(RECORD.REMARKS_UNTIL.le(now).or(OPEN.gt(0))))
                .or(unsigned(Role.SECRETARY));
    }

    private static Condition unsigned(Role role) {
        return RECORD.STATE
                .eq(MinutesState.ADOPTED.name())
                .and(notExists(selectOne()
                        .from(SIGNATURE)
                        .where(SIGNATURE.MEETING_ID.eq(RECORD.MEETING_ID))
                        .and(SIGNATURE.ROLE.eq(role.name()))));
    }

    /** The minutes this person chaired and has not signed. */
    List<Waiting> chaired(PersonId chair, int most) {
        return list(
                val(Step.SIGN_AS_CHAIR.name()),
                val(null, SQLDataType.INSTANT),
                RECORD.CHAIR_PERSON_ID.eq(chair).and(unsigned(Role.CHAIR)),
                most);
    }

    /** Closed meetings whose notice has not gone out. */
    List<Waiting> unnoticed(Scope issues, int most) {
        return list(
                val(Step.NOTICE.name()),
                RECORD.NOTICE_DUE,
                issues.condition(RECORD.UNIT_ID)
                        .and(RECORD.NOTICE_DUE.isNotNull())
                        .and(RECORD.NOTICE_AT.isNull()),
                most);
    }

    private List<Waiting> list(Field<String> step, Field<Instant> until, Condition condition, int most) {
        return db.select(
                        RECORD.MEETING_ID.convertFrom(MeetingId::new),
                        RECORD.UNIT_ID,
                        RECORD.TITLE,
                        RECORD.HELD_ON,
                        step.convertFrom(Step::valueOf),
                        OPEN,
                        until)
                .from(RECORD)
                .where(condition)
                .orderBy(until.asc().nullsLast(), RECORD.HELD_ON, RECORD.MEETING_ID)
                .limit(most)
                .fetch(Records.mapping(Waiting::new));
    }
}
