package org.giaoban.tasks;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.giaoban.platform.Zone;
import org.giaoban.tasks.TaskLists.Part;
import org.jspecify.annotations.Nullable;

/** Tasks along some months: how long each was given, what extensions added, and how long it has been late. */
record TaskTimeline(YearMonth from, LocalDate today, List<Bar> bars) {

    static final int MONTHS = 4;

    /** What a piece of a bar stands for: the time first given, the time added, the time beyond the date. */
    enum Kind {
        GIVEN,
        EXTENDED,
        LATE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A piece of a bar, in hundredths of the width. */
    record Piece(Kind kind, double x, double width) {}

    /** One task; {@code done} is where it was reported, when that lies in sight. */
    record Bar(Part part, List<Piece> pieces, @Nullable Double done) {}

    static TaskTimeline of(YearMonth from, List<Part> parts, LocalDate today) {
        var line = new TaskTimeline(from, today, List.of());
        return new TaskTimeline(from, today, parts.stream().map(line::bar).toList());
    }

    private Bar bar(Part part) {
        var terms = part.task().terms();
        var progress = part.task().progress();
        var given = LocalDate.ofInstant(progress.givenAt(), Zone.ID);
        var reported = progress.reportedAt() == null ? null : LocalDate.ofInstant(progress.reportedAt(), Zone.ID);
        var pieces = new ArrayList<Piece>();
        var first = terms.firstDueOn() == null ? (reported == null ? today : reported) : terms.firstDueOn();
        add(pieces, Kind.GIVEN, given, first);
        if (terms.dueOn() != null) {
            add(pieces, Kind.EXTENDED, first, terms.dueOn());
            add(pieces, Kind.LATE, terms.dueOn(), reported == null ? today : reported);
        }
        var at = reported == null ? -1 : x(reported);
        return new Bar(part, pieces, at < 0 || at > 100 ? null : at);
    }

    private void add(List<Piece> pieces, Kind kind, LocalDate start, LocalDate end) {
        var left = Math.clamp(x(start), 0, 100);
        var right = Math.clamp(x(end), 0, 100);
        if (right > left) {
            pieces.add(new Piece(kind, left, Math.round((right - left) * 10) / 10.0));
        }
    }

    private double x(LocalDate day) {
        var begin = from.atDay(1);
        var all = DAYS.between(begin, from.plusMonths(MONTHS).atDay(1));
        return Math.round(DAYS.between(begin, day) * 1000.0 / all) / 10.0;
    }

    /** Where today stands, or null when it is out of sight. */
    @Nullable
    Double now() {
        var at = x(today);
        return at < 0 || at > 100 ? null : at;
    }

    /** The months with where each begins. */
    List<Mark> months() {
        return IntStream.range(0, MONTHS)
                .mapToObj(from::plusMonths)
                .map(month -> new Mark("%02d/%d".formatted(month.getMonthValue(), month.getYear()), x(month.atDay(1))))
                .toList();
    }

    /** A month on the scale. */
    record Mark(String label, double x) {}

    String before() {
        return from.minusMonths(1).toString();
    }

    String after() {
        return from.plusMonths(1).toString();
    }
}
