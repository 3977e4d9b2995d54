package org.giaoban.membership;

import static org.giaoban.membership.db.Tables.ABSENCE;
import static org.giaoban.membership.db.Tables.MEMBER;
import static org.giaoban.membership.db.Tables.STANDING;
import static org.giaoban.membership.db.Tables.STAY;

import java.time.LocalDate;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.membership.Member.Arrival;
import org.giaoban.membership.Member.Leaving;
import org.giaoban.platform.Refused;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

/** Writes rosters; what the constraints refuse is told in words. */
@Repository
class MemberWriter {

    private final DSLContext db;

    MemberWriter(DSLContext db) {
        this.db = db;
    }

    void member(PersonId person, UnitId unit, @Nullable LocalDate admitted, @Nullable LocalDate official) {
        kept(() -> db.insertInto(MEMBER)
                .set(MEMBER.PERSON_ID, person)
                .set(MEMBER.UNIT_ID, unit)
                .set(MEMBER.ADMITTED_ON, admitted)
                .set(MEMBER.OFFICIAL_ON, official)
                .execute());
    }

    /** Takes the next version; false when somebody else wrote first. */
    boolean touch(PersonId person, int version) {
        return db.update(MEMBER)
                        .set(MEMBER.VERSION, MEMBER.VERSION.plus(1))
                        .where(MEMBER.PERSON_ID.eq(person))
                        .and(MEMBER.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void official(PersonId person, LocalDate day) {
        kept(() -> db.update(MEMBER)
                .set(MEMBER.OFFICIAL_ON, day)
                .where(MEMBER.PERSON_ID.eq(person))
                .and(MEMBER.OFFICIAL_ON.isNull())
                .execute());
    }

    void stay(PersonId person, UnitId unit, LocalDate from, Arrival arrived, String note) {
        kept(() -> db.insertInto(STAY)
                .set(STAY.ID, Uuid7.next())
                .set(STAY.PERSON_ID, person)
                .set(STAY.UNIT_ID, unit)
                .set(STAY.VALID_FROM, from)
                .set(STAY.ARRIVED, arrived.name())
                .set(STAY.NOTE, note)
                .execute());
    }

    void leave(PersonId person, LocalDate until, Leaving left, String note) {
        kept(() -> db.update(STAY)
                .set(STAY.VALID_UNTIL, until)
                .set(STAY.LEFT_BY, left.name())
                .set(STAY.NOTE, note)
                .where(STAY.PERSON_ID.eq(person))
                .and(STAY.VALID_UNTIL.isNull())
                .execute());
    }

    /** Ends the present standing and begins another. */
    void standing(PersonId person, UnitId unit, String state, LocalDate from, String decision) {
        endStanding(person, from);
        kept(() -> db.insertInto(STANDING)
                .set(STANDING.ID, Uuid7.next())
                .set(STANDING.PERSON_ID, person)
                .set(STANDING.UNIT_ID, unit)
                .set(STANDING.STATE, state)
                .set(STANDING.VALID_FROM, from)
                .set(STANDING.DECISION, decision)
                .execute());
    }

    void endStanding(PersonId person, LocalDate until) {
        kept(() -> db.update(STANDING)
                .set(STANDING.VALID_UNTIL, until)
                .where(STANDING.PERSON_ID.eq(person))
                .and(STANDING.VALID_UNTIL.isNull())
                .execute());
    }

    void absence(PersonId person, UnitId unit, Member.Absence away) {
        kept(() -> db.insertInto(ABSENCE)
                .set(ABSENCE.ID, away.id())
                .set(ABSENCE.PERSON_ID, person)
                .set(ABSENCE.UNIT_ID, unit)
                .set(ABSENCE.KIND, away.kind())
                .set(ABSENCE.PLACE, away.place())
                .set(ABSENCE.REASON, away.reason())
                .set(ABSENCE.VALID_FROM, away.valid().from())
                .set(ABSENCE.VALID_UNTIL, away.valid().until())
                .execute());
    }

    void endAbsence(PersonId person, LocalDate until) {
        kept(() -> db.update(ABSENCE)
                .set(ABSENCE.VALID_UNTIL, until)
                .where(ABSENCE.PERSON_ID.eq(person))
                .and(ABSENCE.VALID_UNTIL.isNull().or(ABSENCE.VALID_UNTIL.gt(until)))
                .and(ABSENCE.VALID_FROM.lt(until))
                .execute());
    }

    /** The record goes with the person; the stay in the branch that was left remains there. */
    void move(PersonId person, UnitId unit) {
        db.update(MEMBER)
                .set(MEMBER.UNIT_ID, unit)
                .where(MEMBER.PERSON_ID.eq(person))
                .execute();
        db.update(STANDING)
                .set(STANDING.UNIT_ID, unit)
                .where(STANDING.PERSON_ID.eq(person))
                .execute();
        db.update(ABSENCE)
                .set(ABSENCE.UNIT_ID, unit)
                .where(ABSENCE.PERSON_ID.eq(person))
                .execute();
    }

    /** The violated constraint would name the branch that holds the days; the viewer may have no right to know it. */
    private static void kept(Runnable statement) {
        try {
            statement.run();
        } catch (DataIntegrityViolationException refused) {
            throw new Refused("membership.refused.days");
        }
    }
}
