package org.giaoban.minutes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** The minutes of one meeting without their text. */
record Minutes(
        MeetingId meeting,
        UnitId unit,
        MinutesState state,
        Facts facts,
        Secretary secretary,
        Chair chair,
        Moments moments,
        @Nullable Number number,
        @Nullable String hash,
        int version) {

    /** What the book says of the meeting. */
    record Facts(String title, LocalDate day, Attendance attendance) {}

    /** Those invited and how they took part. */
    record Attendance(int summoned, int present, int online, int excused, int absent) {

        int taking() {
            return present + online;
        }
    }

    /** Who keeps the minutes. */
    record Secretary(AccountId account, String name) {}

    /** Who chaired, with the title of that day. */
    record Chair(@Nullable PersonId person, String name, String title) {}

    /** When what was done. */
    record Moments(
            Instant drafted,
            @Nullable Instant remarksUntil,
            @Nullable Instant adopted,
            @Nullable Instant locked,
            @Nullable Instant notice) {}

    /** The number in the unit's book of the year. */
    record Number(int year, int number) {}

    String href() {
        return meeting.href() + "/minutes";
    }

    /** Remarks are taken while they were read out and the deadline is ahead. */
    boolean takesRemarks(Instant now) {
        var until = moments.remarksUntil;
        return state == MinutesState.READ_OUT && until != null && now.isBefore(until);
    }

    void demand(MinutesState wanted) {
        if (state != wanted) {
            throw new Refused("minutes.refused." + state.name().toLowerCase(Locale.ROOT), facts.title);
        }
    }

    void demandUnlocked() {
        if (state == MinutesState.ADOPTED || state == MinutesState.LOCKED) {
            demand(MinutesState.DRAFT);
        }
    }
}
