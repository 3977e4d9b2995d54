package org.giaoban.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.tasks.TaskId;
import org.jspecify.annotations.Nullable;

/** All of one meeting, for papers and news. Outcomes that are not open stay inside: whoever publishes leaves them out. */
public record MeetingReport(
        MeetingId id,
        String title,
        Kind kind,
        UnitId unit,
        String unitName,
        @Nullable Period period,
        Time time,
        String place,
        MeetingState state,
        @Nullable Chair chair,
        Attendance attendance,
        List<Item> agenda,
        List<Outcome> outcomes) {

    public MeetingReport {
        agenda = List.copyOf(agenda);
        outcomes = List.copyOf(outcomes);
    }

    /** The kind of meeting with its name in the viewer's language. */
    public record Kind(String code, String name) {}

    /** When it is planned to start, how long it may take, when it really ended. */
    public record Time(
            Instant startsAt, int minutes, @Nullable Instant endedAt) {}

    /** Who chairs, with the title held on the day of the meeting. */
    public record Chair(PersonId person, String name, String title) {}

    /**
     * How many were invited and how they took part; unmarked ones are in none of the four.
     *
     * @param units the units of which somebody took part, without the meeting's own
     */
    public record Attendance(int invited, int present, int online, int excused, int absent, List<String> units) {

        public Attendance {
            units = List.copyOf(units);
        }

        public int taking() {
            return present + online;
        }
    }

    /** One agenda item with the notes taken under it; the carried one says how many orders it opens with. */
    public record Item(
            int position,
            String title,
            int minutes,
            @Nullable String presenter,
            boolean carried,
            int carriedCount,
            String notes) {}

    /** One conclusion. */
    public record Outcome(
            OutcomeKind kind,
            String text,
            boolean open,
            String itemTitle,
            @Nullable TaskId task,
            List<String> units,
            String answerable,
            @Nullable LocalDate dueOn,
            @Nullable String measure) {}

    /** The planned minutes of the agenda together. */
    public int plannedMinutes() {
        return agenda.stream().mapToInt(Item::minutes).sum();
    }
}
