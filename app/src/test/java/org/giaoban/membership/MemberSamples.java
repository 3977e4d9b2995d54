package org.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.membership.Member.Arrival;
import org.giaoban.people.Gender;
import org.giaoban.people.NewPerson;
import org.giaoban.people.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody on the roster of the own unit. */
@Component
class MemberSamples implements MatrixSamples {

    private final People people;
    private final MemberWriter writer;
    private final TransactionTemplate transaction;

    MemberSamples(People people, MemberWriter writer, TransactionTemplate transaction) {
        this.people = people;
        this.writer = writer;
        this.transaction = transaction;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var day = LocalDate.of(2018, 1, 1);
        var person = people.create(new NewPerson("DV-MAU", "Đoàn Thị Mẫu", Gender.FEMALE, 1980, world.own(), ""));
        transaction.executeWithoutResult(status -> {
            writer.member(person, world.own(), day, day);
            writer.stay(person, world.own(), day, Arrival.LISTED, "");
            writer.standing(person, world.own(), "OFFICIAL", day, "");
        });
        var code = Map.of("code", MatrixWorld.OWN_CODE);
        var record = Map.of("code", MatrixWorld.OWN_CODE, "person", person.value());
        var samples = new ArrayList<Sample>();
        samples.add(Sample.of("/members/{code}", code, world.own()).hiding("Đoàn Thị Mẫu"));
        samples.add(Sample.of("/members/{code}/export", code, world.own()).hiding("Đoàn Thị Mẫu"));
        samples.add(Sample.of("GET /members/{code}/new", code, world.own()));
        samples.add(Sample.of("POST /members/{code}/new", code, world.own()));
        samples.add(Sample.of("/members/{code}/import", code, world.own()).uploading("file"));
        samples.add(Sample.of("/members/{code}/{person}", record, world.own()).hiding("Đoàn Thị Mẫu"));
        for (var act : List.of("state", "away", "back", "transfer", "leave")) {
            samples.add(Sample.of("/members/{code}/{person}/" + act, record, world.own()));
        }
        return samples;
    }
}
