package org.giaoban.membership;

import static org.giaoban.membership.db.Tables.ABSENCE;
import static org.giaoban.membership.db.Tables.MEMBER;
import static org.giaoban.membership.db.Tables.STANDING;
import static org.giaoban.membership.db.Tables.STAY;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.giaoban.access.Scope;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.membership.Member.Arrival;
import org.giaoban.membership.Member.Leaving;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads rosters and records of members; the database hides the rows of branches whose members the viewer may not read. */
@Repository
class RosterRepository {

    private static final int MOST = 2_000;
    private static final int HISTORY = 200;

    private static final SelectField<Member.@Nullable Away> AWAY = row(
                    ABSENCE.KIND, ABSENCE.PLACE, ABSENCE.REASON, ABSENCE.VALID_FROM)
            .convertFrom(row -> row.value1() == null
                    ? null
                    : new Member.Away(row.value1(), row.value2(), row.value3(), row.value4()));

    private static final SelectField<Member.Line> A_LINE = row(
                    STAY.PERSON_ID,
                    STAY.UNIT_ID,
                    STAY.VALID_FROM,
                    MEMBER.ADMITTED_ON,
                    STANDING.STATE,
                    STANDING.VALID_FROM,
                    AWAY)
            .mapping(Member.Line::new);

    private final DSLContext db;

    RosterRepository(DSLContext db) {
        this.db = db;
    }

    static Condition holds(Field<LocalDate> from, Field<LocalDate> until, LocalDate day) {
        return from.le(day).and(until.isNull().or(until.gt(day)));
    }

    /** Everybody on the rosters of these branches on that day. */
    List<Member.Line> on(Collection<UnitId> units, LocalDate day) {
        return db.select(A_LINE)
                .from(STAY)
                .join(MEMBER)
                .on(MEMBER.PERSON_ID.eq(STAY.PERSON_ID))
                .join(STANDING)
                .on(STANDING.PERSON_ID.eq(STAY.PERSON_ID))
                .and(holds(STANDING.VALID_FROM, STANDING.VALID_UNTIL, day))
                .leftJoin(ABSENCE)
                .on(ABSENCE.PERSON_ID.eq(STAY.PERSON_ID))
                .and(holds(ABSENCE.VALID_FROM, ABSENCE.VALID_UNTIL, day))
                .where(STAY.UNIT_ID.in(units))
                .and(holds(STAY.VALID_FROM, STAY.VALID_UNTIL, day))
                .orderBy(STAY.UNIT_ID, STAY.PERSON_ID)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    /** The branches of the scope that keep a roster that day, in the order in which they were founded. */
    List<UnitId> branches(Scope scope, LocalDate day, @Nullable UnitId after, int most) {
        var condition = scope.condition(STAY.UNIT_ID).and(holds(STAY.VALID_FROM, STAY.VALID_UNTIL, day));
        return db.selectDistinct(STAY.UNIT_ID)
                .from(STAY)
                .where(after == null ? condition : condition.and(STAY.UNIT_ID.gt(after)))
                .orderBy(STAY.UNIT_ID)
                .limit(most)
                .fetch(STAY.UNIT_ID);
    }

    Optional<Member> find(PersonId person) {
        return db.select(MEMBER.PERSON_ID, MEMBER.UNIT_ID, MEMBER.ADMITTED_ON, MEMBER.OFFICIAL_ON, MEMBER.VERSION)
                .from(MEMBER)
                .where(MEMBER.PERSON_ID.eq(person))
                .fetchOptional(row -> new Member(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        stays(person),
                        standings(person),
                        absences(person)));
    }

    private List<Member.Stay> stays(PersonId person) {
        return db.select(
                        STAY.ID,
                        STAY.UNIT_ID,
                        range(STAY.VALID_FROM, STAY.VALID_UNTIL),
                        STAY.ARRIVED.convert(Arrival.class, Arrival::valueOf, Arrival::name),
                        STAY.LEFT_BY.convert(
                                Converter.ofNullable(String.class, Leaving.class, Leaving::valueOf, Leaving::name)),
                        STAY.NOTE)
                .from(STAY)
                .where(STAY.PERSON_ID.eq(person))
                .orderBy(STAY.VALID_FROM.desc())
                .limit(HISTORY)
                .fetch(Records.mapping(Member.Stay::new));
    }

    private List<Member.Standing> standings(PersonId person) {
        return db.select(
                        STANDING.ID,
                        STANDING.STATE,
                        range(STANDING.VALID_FROM, STANDING.VALID_UNTIL),
                        STANDING.DECISION)
                .from(STANDING)
                .where(STANDING.PERSON_ID.eq(person))
                .orderBy(STANDING.VALID_FROM.desc())
                .limit(HISTORY)
                .fetch(Records.mapping(Member.Standing::new));
    }

    private List<Member.Absence> absences(PersonId person) {
        return db.select(
                        ABSENCE.ID,
                        ABSENCE.KIND,
                        ABSENCE.PLACE,
                        ABSENCE.REASON,
                        range(ABSENCE.VALID_FROM, ABSENCE.VALID_UNTIL))
                .from(ABSENCE)
                .where(ABSENCE.PERSON_ID.eq(person))
                .orderBy(ABSENCE.VALID_FROM.desc())
                .limit(HISTORY)
                .fetch(Records.mapping(Member.Absence::new));
    }

    private static SelectField<DateRange> range(Field<LocalDate> from, Field<LocalDate> until) {
        return row(from, until).mapping(DateRange::new);
    }

    /** How many were admitted by these branches in the days of a range, by branch. */
    java.util.Map<UnitId, Integer> admitted(Collection<UnitId> units, DateRange days) {
        var end = days.until();
        var condition = STAY.UNIT_ID
                .in(units)
                .and(STAY.ARRIVED.eq(Arrival.ADMITTED.name()))
                .and(STAY.VALID_FROM.ge(days.from()));
        return db.select(STAY.UNIT_ID, org.jooq.impl.DSL.count())
                .from(STAY)
                .where(end == null ? condition : condition.and(STAY.VALID_FROM.lt(end)))
                .groupBy(STAY.UNIT_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }
}
