package org.giaoban.people;

import java.util.Map;
import org.giaoban.access.UnitTree;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters the persons of a story's persons.csv who are not there yet. */
@Component
class StoryPersons implements StoryPart {

    private static final int AFTER_UNITS = 20;

    private final People people;
    private final UnitTree units;

    StoryPersons(People people, UnitTree units) {
        this.people = people;
        this.units = units;
    }

    @Override
    public int order() {
        return AFTER_UNITS;
    }

    @Override
    @Transactional
    public void load(Story story) {
        var rows = story.csv("persons.csv");
        var known = people.codes(
                rows.stream().map(row -> row.getOrDefault("code", "")).toList());
        rows.stream()
                .filter(row -> !known.containsKey(row.getOrDefault("code", "")))
                .forEach(this::enter);
    }

    private void enter(Map<String, String> row) {
        var keeper = units.byCode(row.getOrDefault("keeper", ""))
                .orElseThrow(() -> new NotFound(row.getOrDefault("keeper", "")));
        var person = people.create(new NewPerson(
                row.getOrDefault("code", ""),
                row.getOrDefault("full_name", ""),
                Gender.valueOf(row.getOrDefault("gender", "")),
                Integer.valueOf(row.getOrDefault("birth_year", "")),
                keeper,
                row.getOrDefault("native_place", "")));
        people.reach(
                person,
                new Contact(
                        row.getOrDefault("phone", ""), row.getOrDefault("email", ""), row.getOrDefault("address", "")),
                new Numbers(
                        Numbers.bare(row.getOrDefault("citizen", "")),
                        Numbers.bare(row.getOrDefault("member_card", ""))));
    }
}
