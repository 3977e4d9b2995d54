package org.giaoban.people;

import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.springframework.stereotype.Component;

/** A person whose file the own unit keeps. */
@Component
class PersonSamples implements MatrixSamples {

    private final People people;

    PersonSamples(People people) {
        this.people = people;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var person = people.create(new NewPerson("P-MAU", "Lục Thị Mẫu", Gender.FEMALE, 1980, world.own(), ""));
        people.reach(person, new Contact("0239 555 9999", "", ""));
        var id = Map.of("id", person.value());
        return List.of(
                Sample.of("GET /people/{id}", id, world.own()).hiding("Lục Thị Mẫu"),
                Sample.of("GET /people/{id}/edit", id, world.own()).hiding("Lục Thị Mẫu"),
                Sample.of("POST /people/{id}/edit", id, world.own()),
                Sample.of("GET /people/{id}/contact", id, world.own()).hiding("0239 555 9999"),
                Sample.of("POST /people/{id}/contact", id, world.own()));
    }
}
