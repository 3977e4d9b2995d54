package org.giaoban.recommendations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** Something a unit asks of somebody above it. It is never lost: it lies at a desk until it is answered or refused. */
record Recommendation(
        UUID id,
        Number number,
        UnitId unit,
        Source source,
        String text,
        String addressee,
        Desk desk,
        LocalDate raisedOn,
        LocalDate dueOn,
        Outcome outcome) {

    /** What people quote: given by a unit, counted through a year. */
    record Number(UnitId issuer, int year, int number) {

        String text() {
            return number + "/" + year;
        }
    }

    /** Where it was raised. */
    record Source(
            Kind kind,
            @Nullable UUID id,
            @Nullable String href,
            @Nullable String period) {

        static final Source HAND = new Source(Kind.HAND, null, null, null);

        /** The occasion on which it was raised. */
        enum Kind {
            RETURN,
            MEETING,
            HAND
        }
    }

    /** The unit at whose desk it lies, and since when. */
    record Desk(UnitId unit, LocalDate since) {}

    /** How far it is, and what was said in the end. */
    record Outcome(
            RecommendationState state,
            @Nullable String answer,
            @Nullable Instant closedAt) {

        static final Outcome OPEN = new Outcome(RecommendationState.WAITING, null, null);
    }

    RecommendationState state() {
        return outcome.state();
    }

    boolean open() {
        return state().open();
    }

    boolean late(LocalDate today) {
        return open() && dueOn.isBefore(today);
    }

    String href() {
        return "/recommendations/" + id;
    }

    Recommendation takenUp() {
        mustBeOpen();
        if (state() == RecommendationState.TAKEN_UP) {
            throw new Refused("recommendations.refused.taken-up");
        }
        return with(desk, new Outcome(RecommendationState.TAKEN_UP, null, null));
    }

    Recommendation closed(RecommendationState how, String answer, Instant now) {
        mustBeOpen();
        return with(desk, new Outcome(how, answer, now));
    }

    /** It goes to another desk; who asked and by when stays as it was. */
    Recommendation passedTo(UnitId other, LocalDate day) {
        mustBeOpen();
        if (other.equals(desk.unit())) {
            throw new Refused("recommendations.refused.same-desk");
        }
        return with(new Desk(other, day), new Outcome(RecommendationState.PASSED_UP, null, null));
    }

    /** It goes to somebody who does not work with this system; its desk follows it up. */
    Recommendation passedOutside() {
        mustBeOpen();
        return with(desk, new Outcome(RecommendationState.PASSED_UP, null, null));
    }

    Recommendation withdrawn() {
        mustBeOpen();
        return with(desk, new Outcome(RecommendationState.WITHDRAWN, null, null));
    }

    private void mustBeOpen() {
        if (!open()) {
            throw new Refused("recommendations.refused.closed." + state());
        }
    }

    private Recommendation with(Desk changed, Outcome then) {
        return new Recommendation(id, number, unit, source, text, addressee, changed, raisedOn, dueOn, then);
    }
}
