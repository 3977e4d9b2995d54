package org.giaoban.proceedings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.PersonId;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingFloor.Room;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.NotFound;
import org.giaoban.proceedings.Mark.Way;
import org.giaoban.proceedings.MarkRepository.Next;
import org.giaoban.proceedings.VoteRepository.Hands;
import org.giaoban.proceedings.VoteRepository.NewVote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what happened in a meeting of the past. */
@Component
class PastCourse {

    private final MeetingFloor floor;
    private final Rolls rolls;
    private final MarkRepository marks;
    private final CourseRepository courses;
    private final SpeechRepository speeches;
    private final VoteRepository votes;
    private final MajorityRepository majorities;

    PastCourse(
            MeetingFloor floor,
            Rolls rolls,
            MarkRepository marks,
            CourseRepository courses,
            SpeechRepository speeches,
            VoteRepository votes,
            MajorityRepository majorities) {
        this.floor = floor;
        this.rolls = rolls;
        this.marks = marks;
        this.courses = courses;
        this.speeches = speeches;
        this.votes = votes;
        this.majorities = majorities;
    }

    /** Somebody who came late or went early. */
    record Move(
            PersonId person,
            @Nullable Instant arrived,
            @Nullable Instant left) {}

    /** A vote with the code of its rule. */
    record Ballot(UUID item, String question, String rule, Hands hands, Instant at) {}

    boolean known(MeetingId id) {
        return !courses.turns(id).isEmpty();
    }

    /** The items one after the other, each with its share of the time there was; one still running has no end. */
    void turns(Room room, Instant end, boolean over) {
        var items = floor.items(room.id());
        var planned =
                Math.max(1, items.stream().mapToInt(item -> item.minutes()).sum());
        var start = room.line().startsAt();
        var whole = over ? Duration.between(start, end) : Duration.ofMinutes(planned);
        for (var item : items) {
            if (!start.isBefore(end)) {
                break;
            }
            courses.end(room.id(), start);
            courses.begin(room.id(), item.id(), start, Viewer.SYSTEM.name());
            start = start.plus(whole.multipliedBy(item.minutes()).dividedBy(planned));
        }
        if (over) {
            courses.end(room.id(), end);
        }
    }

    /** Everybody whom the meeting's list has as here came at its beginning, but for those who moved. */
    void roll(Room room, List<Attendee> seats, List<Move> moves) {
        var rows = new ArrayList<Next>();
        for (var seat : seats) {
            var presence = seat.presence();
            var move = moves.stream()
                    .filter(one -> one.person().equals(seat.person()))
                    .findFirst()
                    .orElse(null);
            if (presence != null || move != null && move.arrived() != null) {
                var state = presence == null ? PresenceState.PRESENT : PresenceState.of(presence);
                var since = move == null || move.arrived() == null ? room.line().startsAt() : move.arrived();
                rows.add(new Next(seat.id(), 1, 0, state, since, seat.reason(), Way.STORY));
                if (presence == null) {
                    floor.mark(room.id(), seat.id(), state.settled(), null);
                }
            }
        }
        marks.append(room.id(), rows, Viewer.SYSTEM, room.line().startsAt());
        leave(room, seats, moves);
    }

    private void leave(Room room, List<Attendee> seats, List<Move> moves) {
        var latest = RollView.latest(marks.of(room.id()), 1);
        var rows = new ArrayList<Next>();
        for (var move : moves) {
            var left = move.left();
            seats.stream()
                    .filter(seat ->
                            left != null && move.person().equals(seat.person()) && latest.containsKey(seat.id()))
                    .forEach(seat -> rows.add(new Next(
                            seat.id(),
                            1,
                            Objects.requireNonNull(latest.get(seat.id())).seq(),
                            PresenceState.LEFT,
                            Objects.requireNonNull(left),
                            null,
                            Way.STORY)));
        }
        marks.append(room.id(), rows, Viewer.SYSTEM, room.line().startsAt());
    }

    void speech(Room room, FloorEntry entry) {
        speeches.insert(room.id(), entry, Viewer.SYSTEM.name());
    }

    void vote(Room room, Ballot ballot) {
        var rule = majorities.on(room.day()).stream()
                .filter(one -> one.code().equals(ballot.rule()))
                .findFirst()
                .orElseThrow(() -> new NotFound(ballot.rule()));
        var roll = rolls.now(room.id());
        votes.insert(
                room.id(),
                new NewVote(ballot.item(), ballot.question(), ballot.hands(), roll, rolls.quorum(room, roll), rule),
                ballot.at(),
                Viewer.SYSTEM.name());
    }
}
