package org.giaoban.proceedings;

import java.util.List;
import org.giaoban.meetings.DayPart;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingFloor.Room;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the roll as it stands, and whether the meeting can decide. */
@Component
@Transactional(readOnly = true)
class Rolls {

    private final MeetingFloor floor;
    private final Meetings meetings;
    private final MarkRepository marks;
    private final CourseRepository courses;

    Rolls(MeetingFloor floor, Meetings meetings, MarkRepository marks, CourseRepository courses) {
        this.floor = floor;
        this.meetings = meetings;
        this.marks = marks;
        this.courses = courses;
    }

    /** Of the part of the day whose roll is called now. */
    RollView now(MeetingId id) {
        return of(id, courses.part(id));
    }

    RollView of(MeetingId id, int part) {
        return RollView.of(part, floor.seats(id), marks.of(id), marks.voters(id));
    }

    Quorum quorum(Room room, RollView roll) {
        return Quorum.of(roll, meetings.rules(room.line()).quorum());
    }

    List<DayPart> parts(MeetingId id) {
        return meetings.parts(id);
    }
}
