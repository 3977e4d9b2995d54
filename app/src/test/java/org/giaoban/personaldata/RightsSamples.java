package org.giaoban.personaldata;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.kernel.Uuid7;
import org.giaoban.people.Gender;
import org.giaoban.people.NewPerson;
import org.giaoban.people.People;
import org.springframework.stereotype.Component;

/** Somebody of the own unit asked to be erased; and everybody's own file. */
@Component
class RightsSamples implements MatrixSamples {

    private static final Map<String, String> CONSENT = Map.of("purpose", "portrait");

    private static final String BODY = "Xin xóa dữ liệu của ma trận";

    private static final String BREACH = "Vi phạm của ma trận";

    private final People people;
    private final Holders holders;
    private final Requests requests;
    private final Breaches breaches;
    private final Clock clock;

    RightsSamples(People people, Holders holders, Requests requests, Breaches breaches, Clock clock) {
        this.breaches = breaches;
        this.clock = clock;
        this.people = people;
        this.holders = holders;
        this.requests = requests;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var person = people.create(new NewPerson("CT-MAU", "Phùng Thị Ma Trận", Gender.FEMALE, 1980, world.own(), ""));
        var asked = new Request.Asked(RequestKind.ERASE, BODY, Request.Channel.PAPER);
        var id = requests.raise(holders.find(person).orElseThrow(), asked, Uuid7.next());
        var form = new BreachForm(Uuid7.next().toString(), "", BREACH, "", BREACH, "Tên");
        breaches.register(world.own(), form, clock.instant());
        var breach = Map.<String, Object>of("id", form.id());
        var book = "/personal-data/breaches/{id}";
        var one = Map.<String, Object>of("id", id);
        var own = Map.<String, Object>of("id", UUID.randomUUID());
        var desk = "/personal-data/requests/{id}";
        return Stream.of(
                        Stream.of("accept", "refuse", "extend", "finish", "lift")
                                .map(act -> Sample.of(desk + "/" + act, one, world.own())),
                        Stream.of(
                                Sample.of(desk, one, world.own()).hiding(BODY),
                                Sample.of("GET " + desk + "/erase", one, world.own()),
                                Sample.of("POST " + desk + "/erase", one, world.own()),
                                Sample.of(
                                                desk + "/file/{format:json|pdf}",
                                                Map.of("id", id, "format", "json"),
                                                world.own())
                                        .hiding(BODY)),
                        Stream.of("assess", "report", "tell", "close")
                                .map(act -> Sample.of(book + "/" + act, breach, world.own())),
                        Stream.of(
                                Sample.of(book, breach, world.own()).hiding(BREACH),
                                Sample.of(book + "/notice", breach, world.own()),
                                Sample.of("/my-data/export/{format:json|pdf}", Map.of("format", "json"), null),
                                Sample.of("/my-data/consents", Map.of(), null).with(CONSENT),
                                Sample.of("/my-data/consents/withdraw", Map.of(), null)
                                        .with(CONSENT),
                                Sample.of("/my-data/requests/{id}", own, null).ofAnotherPerson(),
                                Sample.of("/my-data/requests/{id}/take-back", own, null)
                                        .ofAnotherPerson()))
                .flatMap(samples -> samples)
                .toList();
    }
}
