package org.giaoban.pageimport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;
import org.jspecify.annotations.Nullable;

/** Days in Vietnamese words and figures, with or without their year. */
final class Days {

    private static final Pattern WHOLE =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern ISO = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[-/](\\d{2})[-/](\\d{2})(?!\\d)");
    private static final Pattern SPOKEN = Pattern.compile(
            "(?<!\\d)(\\d{1,2})\\s+thang\\s+(\\d{1,2}|[a-z]+(?: hai| mot)?)\\s*,?\\s+(?:nam\\s+)?((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern SHORT = Pattern.compile(
            "(?:ngay|sang|chieu|toi|trua)\\s+(?:ngay\\s+)?(\\d{1,2})(?:\\s*/\\s*|\\s*-\\s*|\\s+thang\\s+)(\\d{1,2})(?![\\d/%-])");
    private static final Pattern YEAR = Pattern.compile(
            "(?<!den )(?:nam\\s+|thang\\s*\\d{1,2}\\s*/\\s*|quy\\s+[iv\\d]+\\s*/\\s*|\\d{1,2}/)((?:19|20)\\d{2})(?!\\s*[-–]\\s*\\d{4})(?!\\d)");
    private static final Pattern TERM = Pattern.compile("(?:19|20)\\d{2}\\s*[-–]\\s*(?:19|20)\\d{2}");
    private static final List<String> MONTHS =
            List.of("mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai");

    private Days() {}

    /** Every whole day that stands in the text, in its order. */
    static List<LocalDate> in(String text) {
        var plain = VietnameseText.fold(text);
        var days = new ArrayList<LocalDate>();
        ISO.matcher(plain).results().map(hit -> day(hit, 3, 2, 1)).forEach(found -> found.ifPresent(days::add));
        WHOLE.matcher(plain).results().map(hit -> day(hit, 1, 2, 3)).forEach(found -> found.ifPresent(days::add));
        SPOKEN.matcher(plain).results().map(hit -> day(hit, 1, 2, 3)).forEach(found -> found.ifPresent(days::add));
        return days;
    }

    /** The first day told without its year ("sáng ngày 2/11"), in the year the text speaks of. */
    static Optional<LocalDate> told(String text, String near, String whole) {
        var hit = SHORT.matcher(VietnameseText.fold(text));
        if (!hit.find()) {
            return Optional.empty();
        }
        var close = year(near);
        var year = close == null ? year(whole) : close;
        return year == null ? Optional.empty() : of(year, number(hit.group(2)), number(hit.group(1)));
    }

    /** The latest year the text names outside of terms and plans; of these the one it stands in. */
    private static @Nullable Integer year(String whole) {
        var plain = TERM.matcher(VietnameseText.fold(whole)).replaceAll(" ");
        return YEAR.matcher(plain)
                .results()
                .map(hit -> Integer.valueOf(hit.group(1)))
                .max(Integer::compare)
                .orElse(null);
    }

    private static Optional<LocalDate> day(MatchResult hit, int day, int month, int year) {
        return of(number(hit.group(year)), number(hit.group(month)), number(hit.group(day)));
    }

    private static int number(String text) {
        var word = MONTHS.indexOf(text);
        return word >= 0 ? word + 1 : text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
