package org.giaoban.proceedings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingHead;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.platform.QrDrawing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the screen on the wall and the page of what happened. */
@Service
@Transactional
class Screens {

    private final MeetingFloor floor;
    private final Meetings meetings;
    private final Stages stages;
    private final CourseRepository courses;
    private final MarkRepository marks;
    private final Proceedings proceedings;
    private final Pulses pulses;

    Screens(
            MeetingFloor floor,
            Meetings meetings,
            Stages stages,
            CourseRepository courses,
            MarkRepository marks,
            Proceedings proceedings,
            Pulses pulses) {
        this.floor = floor;
        this.meetings = meetings;
        this.stages = stages;
        this.courses = courses;
        this.marks = marks;
        this.proceedings = proceedings;
        this.pulses = pulses;
    }

    /** The wall: the code changes twice a minute, the drawing with it. */
    record Wall(Stage stage, String pulse, String code, String address, QrDrawing qr) {}

    /** What happened so far, with every row of the roll behind each person. */
    record CoursePage(MeetingHead head, Stage stage, Course course, Map<UUID, List<Mark>> rows) {

        String href() {
            return stage.base() + "/course";
        }

        List<Mark> rows(UUID attendee) {
            return rows.getOrDefault(attendee, List.of());
        }

        String itemTitle(UUID item) {
            var found = stage.agenda().item(item);
            return found == null ? "" : found.position() + ". " + found.title();
        }
    }

    Wall wall(MeetingId id, String here) {
        var room = floor.toRun(id);
        var pulse = pulses.now(id).code();
        var stage = stages.of(room);
        var code = courses.standing(id).code().at(stage.now());
        return new Wall(stage, pulse, code, here, QrDrawing.of(here + "?code=" + code));
    }

    @Transactional(readOnly = true)
    CoursePage course(MeetingId id) {
        var room = floor.toRead(id);
        var rows = room.runs()
                ? marks.of(id).stream().collect(Collectors.groupingBy(Mark::attendee))
                : Map.<UUID, List<Mark>>of();
        return new CoursePage(meetings.head(room.line()), stages.of(room), proceedings.of(id), rows);
    }

    @Transactional(readOnly = true)
    Pulse pulse(MeetingId id) {
        floor.toRead(id);
        return pulses.of(id);
    }
}
