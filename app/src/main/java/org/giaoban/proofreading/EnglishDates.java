package org.giaoban.proofreading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days an English text names: 5 November 2018, November 5, 2018, 5/11/2018. */
final class EnglishDates {

    static final String MONTHS = "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
            + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:,?\\s+((?:19|20)\\d\\d))?(?![\\p{L}\\p{N}%]|\\s?%|[.,]\\d)";
    private static final int LONGEST_MONTH = 31;
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\p{L}\\p{N}/.,-])" + DAY + "\\s+(?:of\\s+)?" + MONTHS + YEAR);
    private static final Pattern MONTH_FIRST = Pattern.compile("(?<!\\p{L})" + MONTHS + "\\s+" + DAY + YEAR);
    private static final List<String> SHORT =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private EnglishDates() {}

    static List<Dates.Found> in(String text) {
        var dates = new ArrayList<Dates.Found>();
        DAY_FIRST.matcher(text).results().forEach(hit -> added(dates, found(hit, hit.group(1), hit.group(2))));
        MONTH_FIRST.matcher(text).results().forEach(hit -> added(dates, found(hit, hit.group(2), hit.group(1))));
        return Stream.concat(dates.stream(), Dates.in(text).stream().map(EnglishDates::eitherWay))
                .sorted(Comparator.comparingInt(Dates.Found::from))
                .toList();
    }

    /** "12 March 15 people" has one day, not two; "in March 45 people" has none. */
    private static void added(List<Dates.Found> dates, Dates.Found found) {
        var day = found.year() != null || found.day() <= LONGEST_MONTH;
        if (day && dates.stream().noneMatch(each -> each.from() < found.to() && found.from() < each.to())) {
            dates.add(found);
        }
    }

    private static Dates.Found found(MatchResult hit, String day, String month) {
        return new Dates.Found(
                hit.start(),
                hit.end(),
                Integer.parseInt(day),
                SHORT.indexOf(month.substring(0, 3)) + 1,
                year(hit.group(3)),
                true);
    }

    private static @Nullable Integer year(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /** 11/25/2018 is a day for those who write the month first. */
    private static Dates.Found eitherWay(Dates.Found found) {
        return found.month() > 12 && found.day() <= 12
                ? new Dates.Found(found.from(), found.to(), found.month(), found.day(), found.year(), found.said())
                : found;
    }
}
