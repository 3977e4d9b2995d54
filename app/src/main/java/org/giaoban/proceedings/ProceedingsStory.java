package org.giaoban.proceedings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingFloor.Room;
import org.giaoban.meetings.YamlNode;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Zone;
import org.giaoban.proceedings.FloorEntry.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters what happened in the meetings of {@code meetings.yaml} that have {@code moves}, {@code speeches} or {@code votes}:
 * who came and went when, who spoke, how hands were raised; the items one after the other.
 */
@Component
@Transactional
class ProceedingsStory implements StoryPart {

    private static final String FILE = "meetings.yaml";
    private static final Duration OPENING = Duration.ofMinutes(5);

    private final MeetingFloor floor;
    private final PastCourse past;
    private final Organization organization;
    private final People people;

    ProceedingsStory(MeetingFloor floor, PastCourse past, Organization organization, People people) {
        this.floor = floor;
        this.past = past;
        this.organization = organization;
        this.people = people;
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public void load(Story story) {
        if (!story.has(FILE)) {
            return;
        }
        for (var node : new YamlNode(story.yaml(FILE, Map.class)).nodes("meetings")) {
            if (!node.nodes("moves").isEmpty()
                    || !node.nodes("speeches").isEmpty()
                    || !node.nodes("votes").isEmpty()) {
                room(node).ifPresent(room -> enter(story, room, node));
            }
        }
    }

    private Optional<Room> room(YamlNode node) {
        var starts = LocalDateTime.parse(node.get("starts")).atZone(Zone.ID).toInstant();
        return floor.beganAt(organization.idOf(node.get("unit")), starts);
    }

    private void enter(Story story, Room room, YamlNode node) {
        if (past.known(room.id())) {
            return;
        }
        var ended = node.find("ended");
        var end = ended == null
                ? story.now()
                : LocalDateTime.parse(ended).atZone(Zone.ID).toInstant();
        var seats = floor.seats(room.id());
        past.turns(room, end, ended != null);
        past.roll(
                room,
                seats,
                node.nodes("moves").stream().map(move -> move(room, move)).toList());
        node.nodes("speeches").forEach(one -> past.speech(room, speech(room, one, seats)));
        node.nodes("votes").forEach(one -> past.vote(room, vote(room, one)));
    }

    private PastCourse.Move move(Room room, YamlNode node) {
        return new PastCourse.Move(
                person(node.get("person")),
                node.find("arrived") == null ? null : at(room, node.get("arrived")),
                node.find("left") == null ? null : at(room, node.get("left")));
    }

    private FloorEntry speech(Room room, YamlNode node, List<Attendee> seats) {
        var person = person(node.get("person"));
        var seat = seats.stream().filter(one -> person.equals(one.person())).findFirst();
        var started = at(room, node.get("at"));
        return new FloorEntry(
                Uuid7.next(),
                floor.items(room.id()).get(node.number("item") - 1).id(),
                seat.map(Attendee::id).orElse(null),
                seat.map(Attendee::name)
                        .orElseGet(() -> people.names(List.of(person)).getOrDefault(person, "?")),
                seat.map(Attendee::title).orElse(""),
                State.DONE,
                0,
                started.minus(OPENING),
                started,
                started.plus(Duration.ofMinutes(node.number("minutes"))),
                Optional.ofNullable(node.find("summary")).orElse(""),
                0);
    }

    private PastCourse.Ballot vote(Room room, YamlNode node) {
        return new PastCourse.Ballot(
                floor.items(room.id()).get(node.number("item") - 1).id(),
                node.get("question"),
                node.get("rule"),
                new VoteRepository.Hands(node.number("for"), node.number("against"), node.number("abstain")),
                at(room, node.get("at")));
    }

    private PersonId person(String code) {
        return people.byCode(code).orElseThrow(() -> new IllegalArgumentException("No person " + code));
    }

    private static Instant at(Room room, String time) {
        LocalDate day = room.day();
        return day.atTime(LocalTime.parse(time)).atZone(Zone.ID).toInstant();
    }
}
