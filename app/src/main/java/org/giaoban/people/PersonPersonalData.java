package org.giaoban.people;

import static org.giaoban.people.db.Tables.CONTACT;
import static org.giaoban.people.db.Tables.IDENTIFIER;
import static org.giaoban.people.db.Tables.PERSON;
import static org.giaoban.platform.personal.PersonalTable.Fate.DELETE;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;

import java.util.List;
import java.util.stream.Stream;
import org.giaoban.platform.Texts;
import org.giaoban.platform.personal.DataSubject;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.giaoban.platform.personal.StandIn;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The register of persons itself, and apart how to reach them. */
@Repository
class PersonPersonalData implements PersonalDataSource {

    private final DSLContext db;
    private final ContactRepository contacts;
    private final NumberRepository numbers;

    PersonPersonalData(DSLContext db, ContactRepository contacts, NumberRepository numbers) {
        this.numbers = numbers;
        this.db = db;
        this.contacts = contacts;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(CONTACT, "directory", DELETE).person(CONTACT.PERSON_ID),
                PersonalTable.of(IDENTIFIER, "directory", DELETE).person(IDENTIFIER.PERSON_ID),
                PersonalTable.of(PERSON, "directory", HIDE)
                        .person(PERSON.ID)
                        .named(PERSON.ID, PERSON.FULL_NAME)
                        .clearing(PERSON.BIRTH_YEAR, null)
                        .clearing(PERSON.NATIVE_PLACE, "")
                        .clearing(PERSON.GENDER, Gender.UNKNOWN.name())
                        .saying(PERSON.FULL_NAME, PERSON.CODE, PERSON.BIRTH_YEAR, PERSON.NATIVE_PLACE));
    }

    @Override
    public List<String> words(PersonalTable table, DataSubject subject) {
        var person = subject.person();
        if (person == null) {
            return List.of();
        }
        var lines = Stream.<String>empty();
        if (table.table().equals(CONTACT)) {
            lines = contacts.find(person).stream()
                    .flatMap(contact -> Stream.of(
                            line("people.contact.phone", contact.phone()),
                            line("people.contact.email", contact.email()),
                            line("people.contact.address", contact.address())));
        } else if (table.table().equals(IDENTIFIER)) {
            var having = numbers.find(person);
            lines = Stream.of(
                    line("people.number.citizen", having.citizen()),
                    line("people.number.member-card", having.memberCard()));
        }
        return lines.filter(line -> !line.isEmpty()).toList();
    }

    private static String line(String label, String value) {
        return value.isBlank() ? "" : Texts.text(label) + ": " + value;
    }

    /** The code people quote goes as well: it stands in lists that left the house. */
    @Override
    public void erase(DataSubject subject, StandIn standIn) {
        var person = subject.person();
        if (person != null) {
            db.update(PERSON)
                    .set(PERSON.CODE, standIn.code())
                    .where(PERSON.ID.eq(person.value()))
                    .execute();
        }
    }
}
