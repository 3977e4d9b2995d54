package org.giaoban.meetings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One item of an agenda with the notes taken under it. */
public record AgendaItem(
        UUID id,
        int position,
        String title,
        int minutes,
        @Nullable String presenter,
        boolean carried,
        Notes notes,
        More more) {

    /** The notes and the version they are at; a save against an older version is kept aside. */
    public record Notes(String text, int version) {

        static final Notes EMPTY = new Notes("", 0);
    }

    /**
     * What is done under it, in which part of the day, and whom it may reach.
     *
     * @param leastMinutes what a mandatory item needs at least
     * @param outcome what its proposer wants of the meeting
     * @param topic what it was proposed as
     */
    public record More(
            ItemKind kind,
            boolean mandatory,
            int leastMinutes,
            @Nullable UUID part,
            @Nullable String outcome,
            Reach reach,
            @Nullable UUID topic) {

        static final More PLAIN = of(ItemKind.REPORT);

        static More of(ItemKind kind) {
            return new More(kind, false, 0, null, null, Reach.INTERNAL, null);
        }
    }

    public Reach reach() {
        return more.reach;
    }

    /** Less time than the rule of the kind asks for. */
    boolean tooShort() {
        return more.mandatory && minutes < more.leastMinutes;
    }

    AgendaItem at(int place) {
        return new AgendaItem(id, place, title, minutes, presenter, carried, notes, more);
    }
}
