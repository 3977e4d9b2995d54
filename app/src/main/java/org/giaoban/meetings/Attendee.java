package org.giaoban.meetings;

import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * Somebody invited, with the title held when invited, and how they took part.
 *
 * @param votes whether they are entitled to vote when nobody says otherwise
 */
public record Attendee(
        UUID id,
        @Nullable PersonId person,
        @Nullable UnitId unit,
        String name,
        String title,
        @Nullable Presence presence,
        @Nullable String reason,
        boolean votes) {

    /** How an invited person took part; excused needs a reason. */
    public enum Presence {
        PRESENT,
        ONLINE,
        EXCUSED,
        ABSENT
    }

    static Attendee of(@Nullable PersonId person, @Nullable UnitId unit, String name, String title) {
        return new Attendee(Uuid7.next(), person, unit, name, title, null, null, true);
    }

    /** Somebody who takes part without a vote. */
    Attendee voteless() {
        return new Attendee(id, person, unit, name, title, presence, reason, false);
    }

    boolean tookPart() {
        return presence == Presence.PRESENT || presence == Presence.ONLINE;
    }

    /** The letter in front of a Vietnamese name is that of the given name. */
    public String letter() {
        var given = org.giaoban.kernel.VietnameseText.givenName(name);
        return given.isEmpty() ? "?" : given.substring(0, given.offsetByCodePoints(0, 1));
    }
}
