package org.giaoban.organization;

import static org.giaoban.organization.ProfileOfUnits.days;

import java.util.List;
import java.util.Map;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.people.People;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the persons of a story the posts of its mandates.csv, once. */
@Component
class StoryMandates implements StoryPart {

    private static final int AFTER_PERSONS = 25;

    private final Mandates mandates;
    private final MandateRepository repository;
    private final Organization organization;
    private final People people;

    StoryMandates(Mandates mandates, MandateRepository repository, Organization organization, People people) {
        this.mandates = mandates;
        this.repository = repository;
        this.organization = organization;
        this.people = people;
    }

    @Override
    public int order() {
        return AFTER_PERSONS;
    }

    @Override
    @Transactional
    public void load(Story story) {
        var rows = story.csv("mandates.csv");
        var units = organization.codes(column(rows, "unit_code"));
        var persons = people.codes(column(rows, "person_code"));
        var known = repository.starts(units.values());
        rows.stream()
                .map(row -> mandate(row, persons, units))
                .filter(mandate -> !known.contains(MandateRepository.Start.of(mandate)))
                .forEach(mandates::begin);
    }

    private static List<String> column(List<Map<String, String>> rows, String name) {
        return rows.stream().map(row -> row.get(name)).distinct().toList();
    }

    private static NewMandate mandate(
            Map<String, String> row, Map<String, PersonId> persons, Map<String, UnitId> units) {
        return new NewMandate(
                known(persons, row.getOrDefault("person_code", "")),
                known(units, row.getOrDefault("unit_code", "")),
                row.getOrDefault("post", ""),
                Method.valueOf(row.getOrDefault("method", "")),
                days(row.getOrDefault("from", ""), row.getOrDefault("until", "")),
                row.getOrDefault("decision", ""));
    }

    private static <T> T known(Map<String, T> byCode, String code) {
        var found = byCode.get(code);
        if (found == null) {
            throw new IllegalArgumentException("The story names " + code + ", which it does not bring");
        }
        return found;
    }
}
