package org.giaoban.people;

import static org.giaoban.people.db.Tables.PERSON;

import java.util.Collection;
import java.util.Optional;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who a file is about and who keeps it; asked as the system by those who answer for personal data. */
@Repository
@Transactional(readOnly = true)
public class PersonHeads {

    private final DSLContext db;
    private final ContactRepository contacts;

    PersonHeads(DSLContext db, ContactRepository contacts) {
        this.db = db;
        this.contacts = contacts;
    }

    /** @param mail empty when none is known */
    public record Head(PersonId id, String code, String name, UnitId keeper, String mail) {}

    public Optional<Head> find(PersonId person) {
        var mail = contacts.find(person).map(Contact::email).orElse("");
        return db.select(PERSON.CODE, PERSON.FULL_NAME, PERSON.KEEPER_UNIT_ID)
                .from(PERSON)
                .where(PERSON.ID.eq(person.value()))
                .fetchOptional(row -> new Head(person, row.value1(), row.value2(), row.value3(), mail));
    }

    /** Whether persons besides this one bear one of the names. */
    public boolean othersNamed(Collection<String> names, PersonId besides) {
        return db.fetchExists(PERSON, PERSON.FULL_NAME.in(names).and(PERSON.ID.ne(besides.value())));
    }
}
