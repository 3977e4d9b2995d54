package org.giaoban.personaldata;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Something happened to personal data: what, how bad it is, who was told, and how it ended. */
record Breach(
        UUID id,
        Number number,
        Told told,
        @Nullable Assessment assessment,
        @Nullable Report report,
        @Nullable Telling telling,
        @Nullable Ending ending) {

    /** What people quote. */
    record Number(UnitId unit, int year, int number) {

        String text() {
            return number + "/" + year;
        }
    }

    /**
     * What was known at first.
     *
     * @param reportDue by then the authority has to know, if it has to know
     */
    record Told(String title, Instant foundAt, Instant reportDue, String happened, String kinds) {}

    /** Who has to be told of it. */
    enum Level {
        NONE,
        REPORT,
        REPORT_AND_TELL;

        String word() {
            return Texts.text("personaldata.level." + name());
        }
    }

    /** How bad it is, and what is done about it. */
    record Assessment(Level level, Instant at, @Nullable Integer affected, String consequences, String measures) {}

    /** That the authority was told. */
    record Report(Instant at, String reference) {}

    /** That those were told whose data they are. */
    record Telling(Instant at, String how) {}

    /** How it ended. */
    record Ending(Instant at, String conclusion) {}

    UnitId unit() {
        return number.unit();
    }

    boolean open() {
        return ending == null;
    }

    /** Until it is known that nobody has to be told, the clock runs. */
    boolean running() {
        return open() && report == null && (assessment == null || assessment.level() != Level.NONE);
    }

    boolean late(Instant now) {
        return running() && told.reportDue().isBefore(now);
    }

    Breach assessed(Assessment next) {
        demandOpen();
        return new Breach(id, number, told, next, report, telling, null);
    }

    Breach reported(Report next) {
        demandOpen();
        demand(assessment != null && assessment.level() != Level.NONE && report == null);
        return new Breach(id, number, told, assessment, next, telling, null);
    }

    Breach toldTo(Telling next) {
        demandOpen();
        demand(assessment != null && telling == null);
        return new Breach(id, number, told, assessment, report, next, null);
    }

    /** Nothing is closed before it was looked at and those were told who have to know. */
    Breach closed(Ending next) {
        demandOpen();
        if (assessment == null) {
            throw new Refused("personaldata.breach.refused.assess");
        }
        if (assessment.level() != Level.NONE && report == null) {
            throw new Refused("personaldata.breach.refused.report");
        }
        if (assessment.level() == Level.REPORT_AND_TELL && telling == null) {
            throw new Refused("personaldata.breach.refused.tell");
        }
        return new Breach(id, number, told, assessment, report, telling, next);
    }

    private void demandOpen() {
        demand(open());
    }

    private static void demand(boolean fits) {
        if (!fits) {
            throw new Refused("personaldata.refused.state");
        }
    }
}
