package org.giaoban.proceedings;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.SampleMeetings;
import org.giaoban.proceedings.FloorEntry.State;
import org.springframework.stereotype.Component;

/** A running meeting of the own unit with guests, speakers and a vote, for every address that names one. */
@Component
class ProceedingsSamples implements MatrixSamples {

    private static final String TITLE = "Họp kín mẫu diễn biến";

    private final SampleMeetings meetings;
    private final MeetingFloor floor;
    private final SpeakingList speaking;
    private final HandVotes votes;

    ProceedingsSamples(SampleMeetings meetings, MeetingFloor floor, SpeakingList speaking, HandVotes votes) {
        this.meetings = meetings;
        this.floor = floor;
        this.speaking = speaking;
        this.votes = votes;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var id = meetings.running(world.own(), "giao-ban-thang", TITLE, 3);
        var guests = floor.seats(id).stream().map(Attendee::id).toList();
        for (var guest : guests) {
            speaking.ask(id, null, guest, "");
        }
        var item = floor.items(id).getFirst().id();
        votes.take(id, item, new VoteForm("Biểu quyết mẫu", "QUA-BAN", "", "", ""));
        return Stream.of(
                        ofMeeting(world.own(), id),
                        ofRoll(world.own(), id),
                        ofItem(world.own(), id),
                        ofFloor(world.own(), id),
                        Stream.of(Sample.of("/rules/majorities/end", Map.of(), null)
                                .with(Map.of("code", "KHONG-CO", "last", "2030-12-31"))))
                .flatMap(samples -> samples)
                .toList();
    }

    private static Stream<Sample> ofMeeting(UnitId own, MeetingId id) {
        var named = Map.of("id", id.value());
        var pages = Stream.of("/run", "/pocket", "/screen", "/course", "/here")
                .map(path -> Sample.of("/meetings/{id}" + path, named, own).hiding(TITLE));
        var calls = Stream.of("/pulse", "/texts").map(path -> Sample.of("/meetings/{id}" + path, named, own));
        return Stream.concat(pages, calls);
    }

    private Stream<Sample> ofRoll(UnitId own, MeetingId id) {
        var named = Map.of("id", id.value());
        var guest = floor.seats(id).getLast().id().toString();
        return Stream.of(
                Sample.of("/meetings/{id}/presence", named, own).with(Map.of("attendee", guest, "presence", "ONLINE")),
                Sample.of("/meetings/{id}/presence/rest", named, own),
                Sample.of("/meetings/{id}/presence/grant", named, own),
                Sample.of("/meetings/{id}/presence/answer", named, own)
                        .with(Map.of("attendee", guest, "yes", "true", "seen", "0")),
                Sample.of("/meetings/{id}/presence/voting", named, own)
                        .with(Map.of("attendee", guest, "voting", "true")),
                Sample.of("/meetings/{id}/parts/open", named, own).with(Map.of("before", "1")),
                Sample.of("POST /meetings/{id}/here", named, own).ofAnotherPerson(),
                Sample.of("/meetings/{id}/here/excuse", named, own)
                        .with(Map.of("reason", "bận"))
                        .ofAnotherPerson(),
                Sample.of("/meetings/{id}/here/leave", named, own).ofAnotherPerson(),
                Sample.of("/meetings/{id}/here/floor", named, own).ofAnotherPerson());
    }

    private Stream<Sample> ofItem(UnitId own, MeetingId id) {
        var named = Map.of("id", id.value());
        var item = Map.of("id", id.value(), "item", floor.items(id).getFirst().id());
        var vote = Map.of("id", id.value(), "vote", votes.of(id).getFirst().id());
        return Stream.of(
                Sample.of("/meetings/{id}/items/{item}/begin", item, own),
                Sample.of("/meetings/{id}/items/{item}/notes", item, own).with(Map.of("text", "Ghi chép")),
                Sample.of("/meetings/{id}/typing", named, own).with(Map.of("changes", "[]")),
                Sample.of("/meetings/{id}/items/{item}/votes", item, own)
                        .with(Map.of("question", "Đồng ý không", "rule", "QUA-BAN")),
                Sample.of("/meetings/{id}/votes/{vote}/strike", vote, own).with(Map.of("reason", "đếm nhầm")));
    }

    private Stream<Sample> ofFloor(UnitId own, MeetingId id) {
        var waiting = speaking.entries(id).stream()
                .filter(one -> one.state() == State.WAITING)
                .toList();
        var first = Map.of("id", id.value(), "speech", waiting.getFirst().id());
        var second = Map.of("id", id.value(), "speech", waiting.get(1).id());
        var third = Map.of("id", id.value(), "speech", waiting.get(2).id());
        return Stream.of(
                Sample.of("/meetings/{id}/speeches", Map.of("id", id.value()), own)
                        .with(Map.of("name", "Khách mới")),
                Sample.of("/meetings/{id}/speeches/stop", Map.of("id", id.value()), own),
                Sample.of("/meetings/{id}/speeches/{speech}/forward", second, own),
                Sample.of("/meetings/{id}/speeches/{speech}/start", first, own),
                Sample.of("/meetings/{id}/speeches/{speech}/withdraw", third, own),
                Sample.of("/meetings/{id}/speeches/{speech}/summary", second, own)
                        .with(Map.of("text", "Tóm tắt")));
    }
}
