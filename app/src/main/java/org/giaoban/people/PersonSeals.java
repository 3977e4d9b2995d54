package org.giaoban.people;

import java.util.List;
import org.giaoban.kernel.PersonId;
import org.giaoban.vault.Place;
import org.giaoban.vault.Purpose;
import org.giaoban.vault.Sealed;
import org.giaoban.vault.SealedTable;
import org.giaoban.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What about persons is kept under seal. */
@Configuration(proxyBeanMethods = false)
class PersonSeals {

    static final Purpose CONTACT = new Purpose("person-contact");
    static final Purpose NUMBER = new Purpose("person-number");
    static final String CONTACTS = "people.contact";
    static final String NUMBERS = "people.identifier";

    @Bean
    SealedTable sealedContacts() {
        return new SealedTable(CONTACTS, "person_id", CONTACT, List.of("phone", "email", "address"), null);
    }

    @Bean
    SealedTable sealedNumbers() {
        var lookUp = new SealedTable.LookUp("number_index", "number", number -> number);
        return new SealedTable(NUMBERS, "id", NUMBER, List.of("number"), lookUp);
    }

    static byte[] seal(Vault vault, PersonId person, String column, String text) {
        return vault.seal(CONTACT, new Place(CONTACTS, column, person.value()), text)
                .bytes();
    }

    static String open(Vault vault, PersonId person, String column, byte[] kept) {
        return vault.open(CONTACT, new Place(CONTACTS, column, person.value()), new Sealed(kept));
    }
}
