package org.giaoban.personaldata;

import static org.giaoban.personaldata.db.Tables.REGISTER;
import static org.giaoban.personaldata.db.Tables.REQUEST;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.personaldata.Request.State;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The rows of requests, and the numbers they get. */
@Repository
class RequestRepository {

    static final Field<State> STATE = REQUEST.STATE.convert(State.class, State::valueOf, State::name);

    static final Condition OPEN = REQUEST.STATE.in(inline(State.RECEIVED.name()), inline(State.ACCEPTED.name()));

    /** The clock that runs. */
    static final Field<LocalDate> DUE = when(REQUEST.STATE.eq(inline(State.RECEIVED.name())), REQUEST.ANSWER_DUE)
            .otherwise(REQUEST.PERFORM_DUE);

    private static final SelectField<Request> A_REQUEST = row(
                    REQUEST.ID,
                    row(REQUEST.UNIT_ID, REQUEST.YEAR, REQUEST.NUMBER).mapping(Request.Number::new),
                    row(REQUEST.SUBJECT_ID, REQUEST.PERSON_ID, REQUEST.ACCOUNT_ID, REQUEST.SUBJECT_NAME)
                            .mapping(Request.Asker::new),
                    row(
                                    REQUEST.KIND.convertFrom(RequestKind.class, RequestKind::valueOf),
                                    REQUEST.BODY,
                                    REQUEST.CHANNEL.convertFrom(Request.Channel.class, Request.Channel::valueOf))
                            .mapping(Request.Asked::new),
                    row(
                                    REQUEST.RECEIVED_AT,
                                    REQUEST.ANSWER_DUE,
                                    REQUEST.PERFORM_DUE,
                                    REQUEST.EXTENDED_FROM,
                                    REQUEST.EXTENSION_REASON)
                            .mapping(Request.Dates::new),
                    row(STATE, REQUEST.ANSWERED_AT, REQUEST.CLOSED_AT, REQUEST.OUTCOME)
                            .mapping(Request.Course::new),
                    REQUEST.VERSION)
            .mapping(Request::new);

    private final DSLContext db;

    RequestRepository(DSLContext db) {
        this.db = db;
    }

    /** The next number of a unit's book of a year; the line is held until the end of the transaction. */
    int number(UnitId unit, String kind, int year) {
        return Objects.requireNonNull(db.insertInto(REGISTER)
                .set(REGISTER.UNIT_ID, unit)
                .set(REGISTER.KIND, kind)
                .set(REGISTER.YEAR, year)
                .set(REGISTER.LAST_NUMBER, 1)
                .onConflict(REGISTER.UNIT_ID, REGISTER.KIND, REGISTER.YEAR)
                .doUpdate()
                .set(REGISTER.LAST_NUMBER, REGISTER.LAST_NUMBER.plus(1))
                .returning(REGISTER.LAST_NUMBER)
                .fetchOne(REGISTER.LAST_NUMBER));
    }

    void insert(Request one) {
        db.insertInto(REQUEST)
                .set(REQUEST.ID, one.id())
                .set(REQUEST.UNIT_ID, one.unit())
                .set(REQUEST.YEAR, one.number().year())
                .set(REQUEST.NUMBER, one.number().number())
                .set(REQUEST.SUBJECT_ID, one.asker().subject())
                .set(REQUEST.PERSON_ID, one.asker().person())
                .set(REQUEST.ACCOUNT_ID, one.asker().account())
                .set(REQUEST.SUBJECT_NAME, one.asker().name())
                .set(REQUEST.KIND, one.asked().kind().name())
                .set(REQUEST.BODY, one.asked().body())
                .set(REQUEST.CHANNEL, one.asked().channel().name())
                .set(REQUEST.RECEIVED_AT, one.dates().received())
                .set(REQUEST.ANSWER_DUE, one.dates().answerDue())
                .set(REQUEST.PERFORM_DUE, one.dates().performDue())
                .set(STATE, one.course().state())
                .execute();
    }

    void update(Request one) {
        db.update(REQUEST)
                .set(STATE, one.course().state())
                .set(REQUEST.PERFORM_DUE, one.dates().performDue())
                .set(REQUEST.EXTENDED_FROM, one.dates().extendedFrom())
                .set(REQUEST.EXTENSION_REASON, one.dates().why())
                .set(REQUEST.ANSWERED_AT, one.course().answered())
                .set(REQUEST.CLOSED_AT, one.course().closed())
                .set(REQUEST.OUTCOME, one.course().outcome())
                .set(REQUEST.VERSION, REQUEST.VERSION.plus(1))
                .where(REQUEST.ID.eq(one.id()))
                .execute();
    }

    Optional<Request> lock(UUID id) {
        return db.select(A_REQUEST)
                .from(REQUEST)
                .where(REQUEST.ID.eq(id))
                .forUpdate()
                .fetchOptional(Record1::value1);
    }

    Optional<Request> find(UUID id) {
        return db.select(A_REQUEST).from(REQUEST).where(REQUEST.ID.eq(id)).fetchOptional(Record1::value1);
    }

    Optional<Request> openOne(UUID subject, RequestKind kind) {
        return db.select(A_REQUEST)
                .from(REQUEST)
                .where(REQUEST.SUBJECT_ID.eq(subject), REQUEST.KIND.eq(kind.name()), OPEN)
                .fetchOptional(Record1::value1);
    }

    List<Request> ofAccount(AccountId account, int most) {
        return db.select(A_REQUEST)
                .from(REQUEST)
                .where(REQUEST.ACCOUNT_ID.eq(account))
                .orderBy(REQUEST.RECEIVED_AT.desc(), REQUEST.ID)
                .limit(most)
                .fetch(Record1::value1);
    }

    /** The most urgent first; what is closed comes last, the newest first. */
    List<Request> where(Condition which, int from, int most) {
        return db.select(A_REQUEST)
                .from(REQUEST)
                .where(which)
                .orderBy(REQUEST.CLOSED_AT.desc().nullsFirst(), DUE, REQUEST.RECEIVED_AT, REQUEST.ID)
                .offset(from)
                .limit(most)
                .fetch(Record1::value1);
    }

    int count(Condition which, int most) {
        return db.fetchCount(db.selectOne().from(REQUEST).where(which).limit(most));
    }

    static Condition kind(RequestKind kind) {
        return REQUEST.KIND.eq(DSL.val(kind.name()));
    }
}
