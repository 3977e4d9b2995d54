package org.giaoban.proceedings;

import java.time.Clock;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingFloor.Room;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together where a meeting stands. */
@Component
@Transactional(readOnly = true)
class Stages {

    private final MeetingFloor floor;
    private final Rolls rolls;
    private final CourseRepository courses;
    private final SpeechRepository speeches;
    private final VoteRepository votes;
    private final Clock clock;

    Stages(
            MeetingFloor floor,
            Rolls rolls,
            CourseRepository courses,
            SpeechRepository speeches,
            VoteRepository votes,
            Clock clock) {
        this.floor = floor;
        this.rolls = rolls;
        this.courses = courses;
        this.speeches = speeches;
        this.votes = votes;
        this.clock = clock;
    }

    Stage of(Room room) {
        var id = room.id();
        var roll = rolls.now(id);
        return new Stage(
                room,
                new Stage.Agenda(floor.items(id), courses.turns(id)),
                rolls.parts(id),
                roll,
                rolls.quorum(room, roll),
                speeches.of(id),
                votes.of(id),
                clock.instant());
    }
}
