package org.giaoban.people;

import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
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
    public int order() {
        return AFTER_UNITS;
    }

    @Override
    public String titleKey() {
        return "people.search.group";
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public Capability capability() {
        return Capability.PEOPLE_READ;
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
