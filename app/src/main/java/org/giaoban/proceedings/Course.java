package org.giaoban.proceedings;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** All that happened in one meeting: who was there when, who spoke, what was voted, whether it could decide. */
public record Course(
        List<PartAttendance> parts,
        List<PersonPresence> people,
        List<Speech> speeches,
        List<Vote> votes,
        Quorum quorum) {

    public Course {
        parts = List.copyOf(parts);
        people = List.copyOf(people);
        speeches = List.copyOf(speeches);
        votes = List.copyOf(votes);
    }

    /** How many of the summoned took part in one part of the day; the title is empty when the day has no parts. */
    public record PartAttendance(
            int part, String title, int summoned, int present, int online, int excused, int absent, int unmarked) {

        public int taking() {
            return present + online;
        }
    }

    /** How somebody took part in the whole. */
    public enum Took {
        PRESENT,
        ONLINE,
        EXCUSED,
        ABSENT,
        UNMARKED
    }

    /**
     * How one of the summoned took part.
     *
     * @param arrived when they came first; null when they never came, or it was not noted
     * @param left when they went for good before the end; null when they stayed
     * @param missedItems items that were dealt with while they were not there
     */
    public record PersonPresence(
            UUID attendee,
            @Nullable PersonId person,
            @Nullable UnitId unit,
            String name,
            String title,
            boolean voting,
            Took took,
            @Nullable String reason,
            @Nullable Instant arrived,
            @Nullable Instant left,
            boolean late,
            Set<UUID> missedItems) {

        public PersonPresence {
            missedItems = Set.copyOf(missedItems);
        }

        public boolean leftEarly() {
            return left != null;
        }

        public boolean tookPart() {
            return took == Took.PRESENT || took == Took.ONLINE;
        }
    }
}
