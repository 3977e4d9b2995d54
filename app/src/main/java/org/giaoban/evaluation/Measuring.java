package org.giaoban.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.DateRange;
import org.giaoban.meetings.HeldMeetings;
import org.giaoban.meetings.HeldMeetings.Held;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.OutcomeKind;
import org.giaoban.proceedings.Course;
import org.giaoban.proceedings.Proceedings;
import org.giaoban.tasks.TaskLine;
import org.giaoban.tasks.Tasks;
import org.giaoban.wording.Known;
import org.giaoban.wording.Wording;
import org.springframework.stereotype.Component;

/** Measures a meeting from what was recorded of it: who came, how long, who spoke, what was concluded, what was done. */
@Component
class Measuring {

    private static final String MEETING = "meeting";
    private static final int LOOKED_BACK = 4;

    private final Meetings meetings;
    private final HeldMeetings held;
    private final Proceedings proceedings;
    private final Wording wording;
    private final Tasks tasks;

    Measuring(Meetings meetings, HeldMeetings held, Proceedings proceedings, Wording wording, Tasks tasks) {
        this.meetings = meetings;
        this.held = held;
        this.proceedings = proceedings;
        this.wording = wording;
        this.tasks = tasks;
    }

    Map<Measure, Evidence> of(Held meeting) {
        var course = proceedings.of(meeting.id());
        var all = new EnumMap<Measure, Evidence>(Measure.class);
        for (var one : List.of(
                attendance(meeting, course),
                speakers(meeting, course),
                clear(meeting, meetings.report(meeting.id())),
                earlier(meeting))) {
            all.put(one.measure(), one);
        }
        var end = meeting.endedAt();
        if (end != null) {
            var minutes = Duration.between(meeting.openedAt(), end).toMinutes();
            all.put(Measure.DURATION, Evidence.number(Measure.DURATION, minutes));
        }
        return all;
    }

    private static Evidence attendance(Held meeting, Course course) {
        var members = members(meeting, course);
        var took = members.stream().filter(Course.PersonPresence::tookPart).count();
        return Evidence.share(Measure.ATTENDANCE, (int) took, members.size());
    }

    private static List<Course.PersonPresence> members(Held meeting, Course course) {
        return course.people().stream()
                .filter(one -> one.person() != null && meeting.unit().equals(one.unit()))
                .toList();
    }

    private static Evidence speakers(Held meeting, Course course) {
        var there = members(meeting, course).stream()
                .filter(Course.PersonPresence::tookPart)
                .map(Course.PersonPresence::person)
                .toList();
        var spoke = course.speeches().stream()
                .map(speech -> speech.person())
                .filter(person -> person != null && there.contains(person))
                .distinct()
                .count();
        return Evidence.share(Measure.SPEAKERS, (int) spoke, there.size());
    }

    /** By the phrases in force on the day of the meeting; what stands in the fields beside a text need not stand in it. */
    private Evidence clear(Held meeting, MeetingReport report) {
        var rules = wording.rules(meeting.day());
        var concluded = report.outcomes().stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.TASK || outcome.kind() == OutcomeKind.DECISION)
                .toList();
        var clear = concluded.stream()
                .filter(outcome -> !rules.read(outcome.text(), known(outcome)).vague())
                .count();
        return Evidence.share(Measure.CLEAR, (int) clear, concluded.size());
    }

    private static Known known(MeetingReport.Outcome outcome) {
        var measure = outcome.measure();
        return new Known(
                !outcome.units().isEmpty() || !outcome.answerable().isEmpty(),
                outcome.dueOn() != null,
                measure != null && !measure.isBlank());
    }

    /** Orders of the last meetings of the series: done is what was no longer open when this one began; what was not yet due does not count. */
    private Evidence earlier(Held meeting) {
        var before = held
                .of(
                        List.of(meeting.unit()),
                        List.of(meeting.kind()),
                        new DateRange(meeting.day().minusMonths(LOOKED_BACK), meeting.day()))
                .stream()
                .map(Held::id)
                .map(MeetingId::value)
                .toList();
        var open = held.unfinishedAtOpening(meeting.id());
        var due = new ArrayList<TaskLine>();
        for (var order : tasks.of(MEETING, before, meeting.day())) {
            var then = open.get(order.id().value());
            if (then == null || then.filter(day -> day.isAfter(meeting.day())).isEmpty()) {
                due.add(order);
            }
        }
        var done = due.stream()
                .filter(order -> !open.containsKey(order.id().value()))
                .count();
        return Evidence.share(Measure.TASKS, (int) done, due.size());
    }
}
