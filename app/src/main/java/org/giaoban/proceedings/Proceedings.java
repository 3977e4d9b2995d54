package org.giaoban.proceedings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingFloor.Room;
import org.giaoban.meetings.MeetingId;
import org.giaoban.proceedings.Course.PartAttendance;
import org.giaoban.proceedings.Course.PersonPresence;
import org.giaoban.proceedings.Course.Took;
import org.giaoban.proceedings.CourseRepository.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened in meetings, as other modules ask. Whoever may read the meeting may read this. */
@Service
@Transactional(readOnly = true)
public class Proceedings {

    private static final Duration IN_TIME = Duration.ofMinutes(5);

    private final MeetingFloor floor;
    private final Rolls rolls;
    private final MarkRepository marks;
    private final CourseRepository courses;
    private final SpeechRepository speeches;
    private final VoteRepository votes;
    private final WritingRepository writings;

    Proceedings(
            MeetingFloor floor,
            Rolls rolls,
            MarkRepository marks,
            CourseRepository courses,
            SpeechRepository speeches,
            VoteRepository votes,
            WritingRepository writings) {
        this.floor = floor;
        this.rolls = rolls;
        this.marks = marks;
        this.courses = courses;
        this.speeches = speeches;
        this.votes = votes;
        this.writings = writings;
    }

    public Course of(MeetingId id) {
        var room = floor.toRead(id);
        var seats = floor.seats(id);
        var views = views(id, seats);
        var all = marks.of(id);
        var begins = new HashMap<Integer, Instant>();
        all.forEach(mark -> begins.putIfAbsent(mark.part(), mark.writtenAt()));
        var rows = all.stream().collect(Collectors.groupingBy(Mark::attendee));
        var turns = courses.turns(id);
        var people = seats.stream()
                .map(seat -> person(
                        room, seat, views, Timeline.ofDay(rows.getOrDefault(seat.id(), List.of()), begins), turns))
                .toList();
        return new Course(
                attendance(id, views), people, held(id, seats), votes.of(id), rolls.quorum(room, views.getLast()));
    }

    /** Who wrote into the notes of each item and the summary of each speech. */
    public Map<UUID, List<String>> writers(MeetingId id) {
        floor.toRead(id);
        return writings.writers(id);
    }

    private List<RollView> views(MeetingId id, List<Attendee> seats) {
        var all = marks.of(id);
        var voters = marks.voters(id);
        var views = new ArrayList<RollView>();
        for (var part = 1; part <= courses.part(id); part++) {
            views.add(RollView.of(part, seats, all, voters));
        }
        return views;
    }

    private List<PartAttendance> attendance(MeetingId id, List<RollView> views) {
        var titles = new HashMap<Integer, String>();
        rolls.parts(id).forEach(part -> titles.put(part.position(), part.title()));
        return views.stream()
                .map(view -> new PartAttendance(
                        view.part(),
                        titles.getOrDefault(view.part(), ""),
                        view.lines().size(),
                        view.count(PresenceState.PRESENT) + view.count(PresenceState.LEFT),
                        view.count(PresenceState.ONLINE),
                        view.count(PresenceState.EXCUSED),
                        view.count(PresenceState.ABSENT),
                        view.unmarked()))
                .toList();
    }

    private static PersonPresence person(
            Room room, Attendee seat, List<RollView> views, Timeline timeline, List<Turn> turns) {
        var took = took(seat);
        var there = took == Took.PRESENT || took == Took.ONLINE;
        var arrived = timeline.arrived();
        var opened = room.openedAt();
        var late = there && arrived != null && opened != null && arrived.isAfter(opened.plus(IN_TIME));
        return new PersonPresence(
                seat.id(),
                seat.person(),
                seat.unit(),
                seat.name(),
                seat.title(),
                views.getLast().voting(seat.id()),
                took,
                seat.reason(),
                there ? arrived : null,
                there ? timeline.left() : null,
                late,
                there && arrived != null ? missed(timeline, turns) : Set.of());
    }

    private static Took took(Attendee seat) {
        var presence = seat.presence();
        return presence == null ? Took.UNMARKED : Took.valueOf(presence.name());
    }

    private static Set<UUID> missed(Timeline timeline, List<Turn> turns) {
        var seen = turns.stream()
                .filter(turn -> timeline.hereDuring(turn.started(), turn.ended()))
                .map(Turn::item)
                .collect(Collectors.toSet());
        return turns.stream()
                .map(Turn::item)
                .filter(item -> !seen.contains(item))
                .collect(Collectors.toSet());
    }

    private List<Speech> held(MeetingId id, List<Attendee> seats) {
        var known = seats.stream().collect(Collectors.toMap(Attendee::id, seat -> seat));
        return speeches.of(id).stream()
                .filter(FloorEntry::done)
                .map(entry -> speech(entry, entry.attendee() == null ? null : known.get(entry.attendee())))
                .toList();
    }

    private static Speech speech(FloorEntry entry, @Nullable Attendee seat) {
        Instant started = java.util.Objects.requireNonNull(entry.startedAt());
        return new Speech(
                entry.id(),
                entry.item(),
                seat == null ? null : seat.person(),
                seat == null ? null : seat.unit(),
                entry.name(),
                entry.title(),
                started,
                java.util.Objects.requireNonNull(entry.endedAt()),
                entry.summary());
    }
}
