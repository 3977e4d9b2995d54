package org.giaoban.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.people.Gender;
import org.giaoban.people.NewPerson;
import org.giaoban.people.People;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A branch meeting of the own unit, its sheet, and somebody who follows it. */
@Component
class ScoreSamples implements MatrixSamples {

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final ScoreSheetRepository sheets;
    private final FollowerRepository followers;
    private final People people;

    ScoreSamples(
            DSLContext db,
            TransactionTemplate transaction,
            ScoreSheetRepository sheets,
            FollowerRepository followers,
            People people) {
        this.db = db;
        this.transaction = transaction;
        this.sheets = sheets;
        this.followers = followers;
        this.people = people;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var person = people.create(new NewPerson("TD-MAU", "Theo Dõi Mẫu", Gender.FEMALE, 1980, world.own(), ""));
        var follower = Followers.make(person, world.own(), LocalDate.of(2018, 1, 1), "");
        var meeting = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            followers.add(follower);
            var series = UUID.randomUUID();
            var then = Instant.parse("2018-10-03T12:00:00Z").toString();
            db.execute(
                    "insert into meetings.series (id, unit_id, kind) values (?, ?, 'sinh-hoat-chi-bo')",
                    series,
                    world.own().value());
            db.execute(
                    "insert into meetings.meeting (id, series_id, unit_id, kind, title, starts_at, minutes, place, state,"
                            + " opened_at) values (?, ?, ?, 'sinh-hoat-chi-bo', 'Buổi sinh hoạt mẫu', ?::timestamptz, 90,"
                            + " '', 'RUNNING', ?::timestamptz)",
                    meeting,
                    series,
                    world.own().value(),
                    then,
                    then);
        });
        var id = Map.of("id", meeting);
        var samples = new ArrayList<Sample>();
        samples.add(Sample.of("/evaluations/meetings/{id}", id, world.own()).hiding("Buổi sinh hoạt mẫu"));
        for (var act : List.of("self", "superior", "decide")) {
            samples.add(Sample.of("/evaluations/meetings/{id}/" + act, id, world.own()));
        }
        samples.add(Sample.of("/evaluations/units/{code}", Map.of("code", MatrixWorld.OWN_CODE), world.own()));
        var sheet = Map.of("id", sheets.all().getFirst().id());
        samples.add(Sample.of("/evaluations/sheets/{id}", sheet, null));
        samples.add(Sample.of("GET /evaluations/sheets/{id}/new", sheet, null));
        samples.add(Sample.of("POST /evaluations/sheets/{id}/new", sheet, null));
        samples.add(Sample.of("/followers/{id}/end", Map.of("id", follower.id()), world.own()));
        return samples;
    }
}
