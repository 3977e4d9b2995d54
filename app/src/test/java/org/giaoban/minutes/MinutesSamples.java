package org.giaoban.minutes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Reach;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Minutes of the own unit, read out and with a remark, for every address that names them. */
@Component
class MinutesSamples implements MatrixSamples {

    private static final Instant THEN = Instant.parse("2018-10-25T00:30:00Z");
    private static final String TITLE = "Biên bản kín mẫu thử";

    private final DSLContext db;
    private final MinutesRepository minutes;
    private final RemarkRepository remarks;

    MinutesSamples(DSLContext db, MinutesRepository minutes, RemarkRepository remarks) {
        this.db = db;
        this.minutes = minutes;
        this.remarks = remarks;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var id = meeting(world.own());
        minutes.insert(
                new Minutes(
                        id,
                        world.own(),
                        MinutesState.DRAFT,
                        new Minutes.Facts(TITLE, LocalDate.of(2018, 10, 25), new Minutes.Attendance(1, 1, 0, 0, 0)),
                        new Minutes.Secretary(Viewer.SYSTEM.account(), "Thư ký"),
                        new Minutes.Chair(new PersonId(UUID.randomUUID()), "Chủ trì", ""),
                        new Minutes.Moments(THEN, null, null, null, null),
                        null,
                        null,
                        0),
                List.of(new Section(1, "Mục", "Chữ", Reach.INTERNAL)));
        minutes.readOut(id, THEN);
        remarks.remark(id, 1, "Góp ý", Viewer.SYSTEM, THEN);
        return samples(world.own(), id, remarks.remarks(id).getFirst().id());
    }

    private MeetingId meeting(UnitId unit) {
        var id = UUID.randomUUID();
        var series = UUID.randomUUID();
        db.execute("insert into meetings.series values (?, ?, 'so-ket')", series, unit.value());
        db.execute(
                "insert into meetings.meeting (id, series_id, unit_id, kind, title, starts_at, minutes, place, state, "
                        + "opened_at, ended_at, closed_at) values (?, ?, ?, 'so-ket', ?, '2018-10-25T00:30Z', 60, '', "
                        + "'CLOSED', '2018-10-25T00:30Z', '2018-10-25T01:30Z', '2018-10-25T01:30Z')",
                id,
                series,
                unit.value(),
                TITLE);
        return new MeetingId(id);
    }

    private static List<Sample> samples(UnitId own, MeetingId id, UUID remark) {
        var named = Map.of("id", id.value());
        var plain = Stream.of(
                        "/minutes",
                        "/minutes/clock",
                        "/minutes.docx",
                        "/minutes.pdf",
                        "/minutes/draw",
                        "/minutes/read-out",
                        "/minutes/adopt",
                        "/minutes/take-over",
                        "/notice",
                        "/notice.docx",
                        "/notice-public.docx")
                .map(path -> Sample.of("/meetings/{id}" + path, named, own).hiding(TITLE));
        var answered = Map.of("id", id.value(), "remark", remark);
        var section = Map.of("id", id.value(), "section", 1);
        return Stream.concat(
                        plain,
                        Stream.of(
                                Sample.of("/meetings/{id}/minutes/sections/{section}", section, own)
                                        .with(Map.of("version", "7", "text", "Chữ")),
                                Sample.of("/meetings/{id}/minutes/remarks", named, own)
                                        .with(Map.of("section", "1", "text", " ")),
                                Sample.of("/meetings/{id}/minutes/remarks/{remark}/answer", answered, own)
                                        .with(Map.of("taken", "true")),
                                Sample.of("/meetings/{id}/minutes/sign", named, own)
                                        .with(Map.of("role", "CHAIR", "password", "?"))
                                        .ofAnotherPerson(),
                                Sample.of("/meetings/{id}/addenda", named, own).with(Map.of("text", "Bổ sung"))))
                .toList();
    }
}
