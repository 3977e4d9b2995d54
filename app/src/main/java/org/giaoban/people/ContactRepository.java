package org.giaoban.people;

import static org.giaoban.people.db.Tables.CONTACT;

import java.util.Optional;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.vault.Vault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Contact data, kept under seal; the database itself hides the rows of units whose people the viewer may not read. */
@Repository
class ContactRepository {

    private static final String PHONE = "phone";
    private static final String EMAIL = "email";
    private static final String ADDRESS = "address";

    private final DSLContext db;
    private final Vault vault;

    ContactRepository(DSLContext db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    Optional<Contact> find(PersonId person) {
        return db.select(CONTACT.PHONE, CONTACT.EMAIL, CONTACT.ADDRESS)
                .from(CONTACT)
                .where(CONTACT.PERSON_ID.eq(person))
                .fetchOptional(kept -> new Contact(
                        PersonSeals.open(vault, person, PHONE, kept.value1()),
                        PersonSeals.open(vault, person, EMAIL, kept.value2()),
                        PersonSeals.open(vault, person, ADDRESS, kept.value3())));
    }

    void write(PersonId person, UnitId keeper, Contact contact) {
        var phone = PersonSeals.seal(vault, person, PHONE, contact.phone());
        var email = PersonSeals.seal(vault, person, EMAIL, contact.email());
        var address = PersonSeals.seal(vault, person, ADDRESS, contact.address());
        db.insertInto(CONTACT)
                .set(CONTACT.PERSON_ID, person)
                .set(CONTACT.KEEPER_UNIT_ID, keeper)
                .set(CONTACT.PHONE, phone)
                .set(CONTACT.EMAIL, email)
                .set(CONTACT.ADDRESS, address)
                .onConflict(CONTACT.PERSON_ID)
                .doUpdate()
                .set(CONTACT.KEEPER_UNIT_ID, keeper)
                .set(CONTACT.PHONE, phone)
                .set(CONTACT.EMAIL, email)
                .set(CONTACT.ADDRESS, address)
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
