package org.giaoban.personaldata;

import static org.giaoban.personaldata.db.Tables.RESTRICTION;

import java.time.Instant;
import org.giaoban.kernel.PersonId;
import org.giaoban.people.FileLock;
import org.giaoban.platform.Refused;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whose data are only kept for the time being: the file and the record of the person can be read and not changed. */
@Repository
@Transactional
class Restrictions implements FileLock {

    private final DSLContext db;

    Restrictions(DSLContext db) {
        this.db = db;
    }

    void put(Request request, Instant now) {
        var person = request.asker().person();
        if (person == null) {
            throw new Refused("personaldata.refused.nobody-in-register");
        }
        db.insertInto(RESTRICTION)
                .set(RESTRICTION.PERSON_ID, person)
                .set(RESTRICTION.SINCE, now)
                .set(RESTRICTION.REQUEST_ID, request.id())
                .onConflictDoNothing()
                .execute();
    }

    void lift(PersonId person) {
        db.deleteFrom(RESTRICTION).where(RESTRICTION.PERSON_ID.eq(person)).execute();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean locked(PersonId person) {
        return db.fetchExists(RESTRICTION, RESTRICTION.PERSON_ID.eq(person));
    }
}
