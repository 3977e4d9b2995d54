package org.giaoban.people;

import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.search.SearchGroup;
import org.giaoban.search.SearchHit;
import org.giaoban.search.SearchSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds persons by name for the search box. */
@Component
class PersonSearch implements SearchSource {

    private static final int AFTER_UNITS = 20;

    private final PersonRepository repository;
    private final Career career;

    PersonSearch(PersonRepository repository, Career career) {
        this.repository = repository;
        this.career = career;
    }

    @Override
    public SearchGroup about() {
        return new SearchGroup(AFTER_UNITS, "people.search.group", "users", Capability.PEOPLE_READ, false);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(String query, Scope scope, int limit) {
        var found = repository.search(People.tidy(query), scope, limit);
        var titles = career.titles(found.stream().map(Person::id).toList());
        return found.stream()
                .map(person -> new SearchHit(
                        person.fullName(), titles.getOrDefault(person.id(), person.code()), "/people/" + person.id()))
                .toList();
    }
}
