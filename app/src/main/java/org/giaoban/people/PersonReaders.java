package org.giaoban.people;

import java.util.List;
import java.util.Optional;
import org.giaoban.access.Capability;
import org.giaoban.access.ReaderSource;
import org.giaoban.kernel.PersonId;
import org.springframework.stereotype.Component;

/** A person's page is read by those who read persons in the unit that keeps it. */
@Component
class PersonReaders implements ReaderSource {

    private final PersonRepository people;

    PersonReaders(PersonRepository people) {
        this.people = people;
    }

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public Optional<Readable> find(String id) {
        return ReaderSource.id(id)
                .flatMap(person -> people.find(new PersonId(person)))
                .map(person -> new Readable(
                        person.fullName(), "/people/" + id, person.keeper(), List.of(Capability.PEOPLE_READ), false));
    }
}
