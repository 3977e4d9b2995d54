package org.giaoban.people;

import static org.giaoban.people.db.Tables.CONTACT;
import static org.jooq.impl.DSL.row;

import java.util.Optional;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;

/** Contact data; the database itself hides the rows of units whose people the viewer may not read. */
@Repository
class ContactRepository {

    private final DSLContext db;

    ContactRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Contact> find(PersonId person) {
        return db.select(row(CONTACT.PHONE, CONTACT.EMAIL, CONTACT.ADDRESS).mapping(Contact::new))
                .from(CONTACT)
                .where(CONTACT.PERSON_ID.eq(person))
                .fetchOptional(Record1::value1);
    }

    void write(PersonId person, UnitId keeper, Contact contact) {
        db.insertInto(CONTACT)
                .set(CONTACT.PERSON_ID, person)
                .set(CONTACT.KEEPER_UNIT_ID, keeper)
                .set(CONTACT.PHONE, contact.phone())
                .set(CONTACT.EMAIL, contact.email())
                .set(CONTACT.ADDRESS, contact.address())
                .onConflict(CONTACT.PERSON_ID)
                .doUpdate()
                .set(CONTACT.KEEPER_UNIT_ID, keeper)
                .set(CONTACT.PHONE, contact.phone())
                .set(CONTACT.EMAIL, contact.email())
                .set(CONTACT.ADDRESS, contact.address())
                .execute();
    }

    /** The file moves to another unit, and with it who may read. */
    void move(PersonId person, UnitId keeper) {
        db.update(CONTACT)
                .set(CONTACT.KEEPER_UNIT_ID, keeper)
                .where(CONTACT.PERSON_ID.eq(person))
                .execute();
    }
}
