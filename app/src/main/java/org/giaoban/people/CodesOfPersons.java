package org.giaoban.people;

import java.util.Optional;
import org.giaoban.identity.PersonCodes;
import org.giaoban.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Tells identity which person an account belongs to. */
@Component
class CodesOfPersons implements PersonCodes {

    private final People people;

    CodesOfPersons(People people) {
        this.people = people;
    }

    @Override
    public Optional<PersonId> byCode(String code) {
        return people.byCode(code);
    }
}
