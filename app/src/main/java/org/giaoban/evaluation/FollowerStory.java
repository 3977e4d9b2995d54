package org.giaoban.evaluation;

import java.time.LocalDate;
import java.util.Map;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assigns the followers of a story's {@code followers.csv}, once; before its meetings, which they are invited to. */
@Component
class FollowerStory implements StoryPart {

    private static final int BEFORE_MEETINGS = 60;

    private final FollowerRepository followers;
    private final Organization organization;
    private final People people;

    FollowerStory(FollowerRepository followers, Organization organization, People people) {
        this.followers = followers;
        this.organization = organization;
        this.people = people;
    }

    @Override
    public int order() {
        return BEFORE_MEETINGS;
    }

    @Override
    @Transactional
    public void load(Story story) {
        var rows = story.csv("followers.csv");
        var persons =
                people.codes(rows.stream().map(row -> cell(row, "person_code")).toList());
        for (var row : rows) {
            var person = persons.get(cell(row, "person_code"));
            if (person == null) {
                throw new NotFound(cell(row, "person_code"));
            }
            var unit = organization.idOf(cell(row, "unit_code"));
            var from = LocalDate.parse(cell(row, "from"));
            if (!followers.follows(person, unit, from)) {
                var until = cell(row, "until");
                followers.add(new Follower(
                        Uuid7.next(),
                        person,
                        unit,
                        new DateRange(from, until.isEmpty() ? null : LocalDate.parse(until)),
                        cell(row, "decision")));
            }
        }
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "").strip();
    }
}
