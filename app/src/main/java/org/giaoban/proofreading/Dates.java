package org.giaoban.proofreading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days a text names, with or without their year. */
final class Dates {

    private static final Pattern DAY = Pattern.compile(
            "(?<![\\p{L}\\p{N}/.,])(?<!\\p{L}-)(\\d{1,2})(?:\\s?[/.-]\\s?(\\d{1,2})(?:\\s?[/.-]\\s?(\\d{4}|\\d{2}))?|\\s+tháng\\s+(\\d{1,2})(?:\\s*(?:,\\s*)?(?:năm\\s+|/)(\\d{4}))?)(?![\\p{N}/%]|[.,]\\d|[-–]\\p{L}|\\s?%)");
    private static final Pattern SAID =
            Pattern.compile("(?iu)(?:ngày|sáng|chiều|tối|trưa|đêm|hôm|mùng|mồng|rạng sáng)\\s*(?:\\(?)\\s*$");
    private static final Pattern JOINED = Pattern.compile("(?iu)(?:đến|từ|tới|và|-|–|,)\\s*(?:hết\\s+)?(?:ngày\\s+)?$");

    private Dates() {}

    /** A day as written; {@code said} when the words before leave no doubt that it is one. */
    record Found(
            int from, int to, int day, int month, @Nullable Integer year, boolean said) {

        String dayAndMonth() {
            return day + "/" + month;
        }

        /** Empty when the calendar has no such day. */
        Optional<LocalDate> in(int other) {
            try {
                return Optional.of(LocalDate.of(other, month, day));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        Optional<LocalDate> date() {
            return Optional.ofNullable(year).flatMap(this::in);
        }
    }

    static List<Found> in(String text) {
        var dates = new ArrayList<Found>();
        for (var found : DAY.matcher(text).results().toList()) {
            var before = text.substring(Math.max(0, found.start() - 24), found.start());
            var earlier = !dates.isEmpty() && found.start() - dates.getLast().to() < 24;
            var said = SAID.matcher(before).find()
                    || earlier
                            && dates.getLast().said()
                            && JOINED.matcher(before).find();
            if (dated(found, said)) {
                dates.add(found(found, said));
            }
        }
        return dates;
    }

    /** 20/43 without a word before it is a share, and 1.250 a number. */
    private static boolean dated(MatchResult found, boolean said) {
        var fourDigits = found.group(3) != null && found.group(3).length() == 4;
        var spelt = found.group(4) != null;
        return spelt || fourDigits || said && found.group().matches(".*[/-].*");
    }

    private static Found found(MatchResult found, boolean said) {
        var spelt = found.group(4) != null;
        var year = spelt ? found.group(5) : found.group(3);
        return new Found(
                found.start(),
                found.end(),
                Integer.parseInt(found.group(1)),
                Integer.parseInt(spelt ? found.group(4) : found.group(2)),
                year == null ? null : Integer.valueOf(year.length() == 2 ? "20" + year : year),
                said || spelt);
    }
}
