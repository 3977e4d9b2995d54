package org.giaoban.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.kernel.Uuid7;
import org.springframework.stereotype.Component;

/** A running meeting of the own unit with a conclusion and two guests, for every address that names one. */
@Component
class MeetingSamples implements MatrixSamples {

    private static final Instant THEN = Instant.parse("2018-11-05T00:30:00Z");
    private static final String TITLE = "Họp kín mẫu thử";

    private final MeetingPlanning planning;
    private final MeetingRun run;
    private final AgendaRepository agendas;
    private final AttendeeRepository attendees;

    MeetingSamples(MeetingPlanning planning, MeetingRun run, AgendaRepository agendas, AttendeeRepository attendees) {
        this.planning = planning;
        this.run = run;
        this.agendas = agendas;
        this.attendees = attendees;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var plan = new Meeting.Plan("giao-ban-thang", TITLE, null, THEN, 60, "Trụ sở", null);
        var id = planning.plan(world.own(), plan, List.of());
        planning.inviteGuest(id, "Khách Thứ Nhất", "");
        planning.inviteGuest(id, "Khách Thứ Hai", "");
        run.open(id);
        var item = agendas.of(id).getFirst().id();
        var conclusion = new Conclusion(
                Uuid7.next(), item, 0, OutcomeKind.DECISION, "Kết luận mẫu", false, Conclusion.Duty.NONE, null, null);
        run.conclude(id, null, conclusion);
        run.conclude(id, null, conclusion);
        var kind = Sample.of("/meetings/kinds/{code}", Map.of("code", "giao-ban-thang"), null);
        return Stream.of(ofMeeting(world, id), ofParts(world, id, item), ofSeries(world), Stream.of(kind))
                .flatMap(one -> one)
                .toList();
    }

    /** The unit stands in the fields here, not in the address. */
    private static Stream<Sample> ofSeries(MatrixWorld world) {
        var series = Map.of("unit", world.own().toString(), "kind", "giao-ban-thang");
        return Stream.of("/meetings/series/edit", "POST /meetings/series", "/meetings/series/end")
                .map(path -> Sample.of(path, Map.of(), world.own()).with(series));
    }

    private Stream<Sample> ofMeeting(MatrixWorld world, MeetingId id) {
        var named = Map.of("id", id.value());
        return Stream.of(
                        "",
                        "/edit",
                        "/close",
                        "/agenda",
                        "/invite",
                        "/open",
                        "/cancel",
                        "/parts",
                        "/next",
                        "/invitation",
                        "/invitation.ics",
                        "/invitation.docx",
                        "/invitation.pdf",
                        "/invitation-copies.pdf",
                        "/invitation-copies.zip",
                        "/invitation/issue",
                        "/topics/change",
                        "/materials",
                        "/topics")
                .map(path ->
                        Sample.of("/meetings/{id}" + path, named, world.own()).hiding(TITLE));
    }

    private Stream<Sample> ofParts(MatrixWorld world, MeetingId id, UUID item) {
        var named = Map.of("id", id.value());
        var known = run.conclusions(id);
        var guests =
                attendees.of(id).stream().map(guest -> guest.id().toString()).toList();
        var kept = Map.of("id", id.value(), "conclusion", known.getFirst().id());
        var dropped = Map.of("id", id.value(), "conclusion", known.getLast().id());
        return Stream.of(
                Sample.of("/meetings/{id}/reply", named, world.own()).with(Map.of("reply", "COMING")),
                Sample.of("/meetings/{id}/carry", named, world.own()).with(Map.of("item", item.toString())),
                Sample.of("/meetings/{id}/topics/accept", named, world.own()).with(Map.of("topic", item.toString())),
                Sample.of("/meetings/{id}/topics/withdraw", named, world.own()).with(Map.of("topic", item.toString())),
                Sample.of("/meetings/{id}/topics/decide", named, world.own())
                        .with(Map.of("topic", item.toString(), "state", "RETURNED", "reason", "")),
                Sample.of("/meetings/{id}/materials/remove", named, world.own())
                        .with(Map.of("material", item.toString())),
                Sample.of("/meetings/{id}/uninvite", named, world.own()).with(Map.of("attendee", guests.getLast())),
                Sample.of("/meetings/{id}/conclusions", named, world.own())
                        .with(Map.of("item", item.toString(), "kind", "DRAFT", "text", "Ghi nhanh")),
                Sample.of("/meetings/{id}/conclusions/{conclusion}", kept, world.own())
                        .hiding("Kết luận mẫu"),
                Sample.of("/meetings/{id}/conclusions/{conclusion}/convert", kept, world.own())
                        .with(Map.of("kind", "INFORMATION")),
                Sample.of("/meetings/{id}/conclusions/{conclusion}/drop", dropped, world.own()));
    }
}
