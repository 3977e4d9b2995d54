package org.giaoban.personaldata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What somebody asked about their own data, by when it is to be answered and done, and what came of it. */
record Request(UUID id, Number number, Asker asker, Asked asked, Dates dates, Course course, int version) {

    /** What people quote. */
    record Number(UnitId unit, int year, int number) {

        String text() {
            return number + "/" + year;
        }
    }

    /** Whom it is about; without an account there is nobody to tell on screen. */
    record Asker(
            UUID subject,
            @Nullable PersonId person,
            @Nullable AccountId account,
            String name) {}

    /** How a request came in. */
    enum Channel {
        ONLINE,
        PAPER,
        IN_PERSON;

        String word() {
            return Texts.text("personaldata.channel." + name());
        }
    }

    /** What is asked, in words, and how it came in. */
    record Asked(RequestKind kind, String body, Channel channel) {}

    /** The clocks; {@code extendedFrom} is the day it was to be done by before it was put off. */
    record Dates(
            Instant received,
            LocalDate answerDue,
            LocalDate performDue,
            @Nullable LocalDate extendedFrom,
            @Nullable String why) {}

    /** How far a request has come. */
    enum State {
        RECEIVED,
        ACCEPTED,
        DONE,
        REFUSED,
        TAKEN_BACK;

        boolean open() {
            return this == RECEIVED || this == ACCEPTED;
        }

        String word() {
            return Texts.text("personaldata.state." + name());
        }
    }

    /** What was done so far. */
    record Course(
            State state,
            @Nullable Instant answered,
            @Nullable Instant closed,
            @Nullable String outcome) {}

    UnitId unit() {
        return number.unit();
    }

    boolean open() {
        return course.state().open();
    }

    /** The clock that runs: first the answer, then the deed. */
    LocalDate due() {
        return course.state() == State.RECEIVED ? dates.answerDue() : dates.performDue();
    }

    boolean late(LocalDate today) {
        return open() && due().isBefore(today);
    }

    Request accepted(Instant now) {
        demand(course.state() == State.RECEIVED);
        return with(new Course(State.ACCEPTED, now, null, null));
    }

    Request refused(Instant now, String reason) {
        demand(open());
        return with(new Course(State.REFUSED, answered(now), now, reason));
    }

    Request finished(Instant now, String outcome) {
        demand(course.state() == State.ACCEPTED);
        return with(new Course(State.DONE, answered(now), now, outcome));
    }

    Request takenBack(Instant now) {
        demand(open());
        return with(new Course(State.TAKEN_BACK, course.answered(), now, null));
    }

    /** Once, before the time is over, with a reason. */
    Request extended(int days, LocalDate today, String reason) {
        demand(open());
        if (days == 0 || dates.extendedFrom() != null) {
            throw new Refused("personaldata.refused.extended");
        }
        if (dates.performDue().isBefore(today)) {
            throw new Refused("personaldata.refused.too-late-to-extend");
        }
        var later = new Dates(
                dates.received(), dates.answerDue(), dates.performDue().plusDays(days), dates.performDue(), reason);
        return new Request(id, number, asker, asked, later, course, version);
    }

    private Instant answered(Instant now) {
        var answered = course.answered();
        return answered == null ? now : answered;
    }

    private static void demand(boolean fits) {
        if (!fits) {
            throw new Refused("personaldata.refused.state");
        }
    }

    private Request with(Course changed) {
        return new Request(id, number, asker, asked, dates, changed, version);
    }
}
