package org.giaoban.recommendations;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A recommendation as lists show it, with the names of those concerned. */
public record RecommendationLine(
        UUID id,
        String number,
        UnitId unit,
        String unitName,
        String text,
        Addressed addressed,
        Dates dates,
        RecommendationState state,
        @Nullable String answer) {

    /** Whom it was written to, and at whose desk it lies. */
    public record Addressed(String to, UnitId desk, String deskName) {}

    /** When it was raised, by when it is to be answered, since when it lies at its desk, and the day it is looked at. */
    public record Dates(LocalDate raisedOn, LocalDate dueOn, LocalDate deskSince, LocalDate today) {

        /** Whole days since it was raised. */
        public int waiting() {
            return (int) ChronoUnit.DAYS.between(raisedOn, today);
        }

        public int late() {
            return (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, today));
        }
    }

    static RecommendationLine of(Recommendation one, Names names, LocalDate today) {
        return new RecommendationLine(
                one.id(),
                one.number().text(),
                one.unit(),
                names.of(one.unit()),
                one.text(),
                new Addressed(
                        one.addressee(), one.desk().unit(), names.of(one.desk().unit())),
                new Dates(one.raisedOn(), one.dueOn(), one.desk().since(), today),
                one.state(),
                one.outcome().answer());
    }

    public String href() {
        return "/recommendations/" + id;
    }

    public boolean overdue() {
        return state.open() && dates.late() > 0;
    }

    public int daysWaiting() {
        return dates.waiting();
    }

    public String sent() {
        return Formats.date(dates.raisedOn());
    }

    String due() {
        return Formats.date(dates.dueOn());
    }

    /** late, waiting, info or done. */
    public String tone() {
        return overdue() ? "late" : tone(state);
    }

    static String tone(RecommendationState state) {
        return switch (state) {
            case WAITING, PASSED_UP -> "waiting";
            case TAKEN_UP -> "info";
            case ANSWERED -> "done";
            case REFUSED, WITHDRAWN -> "none";
        };
    }

    /** "quá hạn 12 ngày", "đang xử lý", "đã trả lời". */
    public String standing() {
        return overdue() ? Texts.text("recommendations.late", dates.late()) : state.word();
    }
}
