package org.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.membership.Member.Arrival;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the persons of a story's {@code members.csv} on the rosters of their branches, once. */
@Component
class RosterStory implements StoryPart {

    private static final int AFTER_MANDATES = 26;

    private final MemberWriter writer;
    private final RosterRepository rosters;
    private final Organization organization;
    private final People people;

    RosterStory(MemberWriter writer, RosterRepository rosters, Organization organization, People people) {
        this.writer = writer;
        this.rosters = rosters;
        this.organization = organization;
        this.people = people;
    }

    @Override
    public int order() {
        return AFTER_MANDATES;
    }

    @Override
    @Transactional
    public void load(Story story) {
        var rows = story.csv("members.csv");
        var units = organization.codes(
                rows.stream().map(row -> cell(row, "unit_code")).distinct().toList());
        var persons = people.codes(
                rows.stream().map(row -> cell(row, "person_code")).distinct().toList());
        for (var row : rows) {
            var person = known(persons.get(cell(row, "person_code")), row);
            if (rosters.find(person).isEmpty()) {
                enter(row, person, known(units.get(cell(row, "unit_code")), row));
            }
        }
    }

    private void enter(Map<String, String> row, PersonId person, UnitId unit) {
        var from = LocalDate.parse(cell(row, "from"));
        var official = cell(row, "official_on");
        writer.member(
                person,
                unit,
                LocalDate.parse(cell(row, "admitted_on")),
                official.isEmpty() ? null : LocalDate.parse(official));
        writer.stay(person, unit, from, Arrival.valueOf(cell(row, "arrived")), "");
        for (var state : List.of(cell(row, "states").split(";"))) {
            var parts = state.split("@");
            writer.standing(person, unit, parts[0], LocalDate.parse(parts[1]), "");
        }
        if (!cell(row, "away").isEmpty()) {
            var until = cell(row, "away_until");
            writer.absence(
                    person,
                    unit,
                    new Member.Absence(
                            Uuid7.next(),
                            cell(row, "away"),
                            cell(row, "away_place"),
                            cell(row, "away_reason"),
                            new DateRange(
                                    LocalDate.parse(cell(row, "away_from")),
                                    until.isEmpty() ? null : LocalDate.parse(until))));
        }
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T found, Map<String, String> row) {
        if (found == null) {
            throw new IllegalArgumentException("The story's roster names what it does not bring: " + row);
        }
        return found;
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "").strip();
    }
}
