package org.giaoban.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.jspecify.annotations.Nullable;

/** The score of one meeting: what each side gave, and what was decided once and for all. */
record Score(
        UUID id,
        Judged judged,
        UUID sheet,
        int version,
        List<Point> points,
        List<Given> given,
        List<Evidence> evidence,
        List<String> vetoes,
        @Nullable Decision decision) {

    /** Who gives points. */
    enum Side {
        SELF,
        SUPERIOR,
        FINAL
    }

    /** The meeting that is scored. */
    record Judged(MeetingId meeting, UnitId unit, String kind, LocalDate day) {}

    /** What one side gave for a line by hand. */
    record Point(String line, Side side, BigDecimal points, String note) {

        boolean same(@Nullable Point other) {
            return other != null && points.compareTo(other.points) == 0 && note.equals(other.note);
        }
    }

    /** Who scored for a side, and when. */
    record Given(Side side, String by, Instant at, String remark) {}

    /** What was decided; another grade than the sheet's has a reason. */
    record Decision(BigDecimal total, String ruleGrade, String grade, String reason, String by, Instant at) {}

    boolean decided() {
        return decision != null;
    }

    Map<String, Point> of(Side side) {
        return points.stream().filter(point -> point.side() == side).collect(Collectors.toMap(Point::line, p -> p));
    }

    Map<String, BigDecimal> numbers(Side side) {
        return points.stream()
                .filter(point -> point.side() == side)
                .collect(Collectors.toMap(Point::line, Point::points));
    }

    /** Whether this person gave just these points with these words for this side: the same form sent twice. */
    boolean says(Side side, String person, Collection<Point> sent, String words) {
        var said = side == Side.FINAL
                ? Optional.ofNullable(decision).map(one -> List.of(one.by(), one.reason()))
                : by(side).map(one -> List.of(one.by(), one.remark()));
        var given = of(side);
        return said.filter(List.of(person, words)::equals).isPresent()
                && given.size() == sent.size()
                && sent.stream().allMatch(point -> point.same(given.get(point.line())));
    }

    /** Whether it was decided with this grade, or with the sheet's where none was chosen. */
    boolean graded(String chosen) {
        return decision != null && decision.grade().equals(chosen.isEmpty() ? decision.ruleGrade() : chosen);
    }

    Optional<Given> by(Side side) {
        return given.stream().filter(one -> one.side() == side).findFirst();
    }

    Map<Measure, Evidence> frozen() {
        return evidence.stream().collect(Collectors.toMap(Evidence::measure, one -> one));
    }
}
