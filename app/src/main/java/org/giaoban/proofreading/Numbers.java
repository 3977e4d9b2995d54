package org.giaoban.proofreading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.giaoban.kernel.Qualifier;
import org.giaoban.kernel.VietnameseNumber;

/** Finds the numbers of a text that count something; dates, years, hours and numbers of papers are none. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,/_:-])(\\d{1,3}(?:[. \u00A0]\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?)(\\s?%)?(?![\\p{N}])");
    private static final Pattern BEFORE = Pattern.compile("([\\p{L}\\p{M}]+)(?:\\s+([\\p{L}\\p{M}]+))?\\s*[:(]?\\s*$");
    private static final Pattern NOT_COUNTED_AFTER = Pattern.compile(
            "^(?:\\s?(?:giờ|h\\d|h(?![\\p{L}\\p{M}])|phút|giây|-\\s?[\\p{Lu}\\d]|[.)]\\s*$)|[-/][\\p{L}]|:\\d|[.,]\\d|\\s?[-–]\\s?[\\p{Lu}]{2})");
    private static final Pattern DATE_AFTER = Pattern.compile("^[/.-]\\d{1,4}(?:[/.-]\\d{2,4})?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Map<String, Qualifier> QUALIFIERS = Map.ofEntries(
            Map.entry("trên", Qualifier.OVER),
            Map.entry("hơn", Qualifier.OVER),
            Map.entry("ngoài", Qualifier.OVER),
            Map.entry("gần", Qualifier.NEARLY),
            Map.entry("khoảng", Qualifier.ABOUT),
            Map.entry("chừng", Qualifier.ABOUT),
            Map.entry("ước", Qualifier.ABOUT),
            Map.entry("độ", Qualifier.ABOUT));

    private final Set<String> naming;

    Numbers(Set<String> naming) {
        this.naming = Set.copyOf(naming);
    }

    List<FoundNumber> in(String text) {
        var numbers = new ArrayList<FoundNumber>();
        for (var found : NUMBER.matcher(text).results().toList()) {
            var before = text.substring(Math.max(0, found.start() - 40), found.start());
            var after = text.substring(found.end(), Math.min(text.length(), found.end() + 16));
            if (counts(found, before, after)) {
                VietnameseNumber.parse(found.group(1))
                        .map(value -> number(found, value, before))
                        .ifPresent(numbers::add);
            }
        }
        return numbers;
    }

    private boolean counts(MatchResult found, String before, String after) {
        if (found.group(2) != null) {
            return true;
        }
        if (NOT_COUNTED_AFTER.matcher(after).find() || yearLike(found.group(1), before, after)) {
            return false;
        }
        return !names(before) && !dateLike(found.group(1), before, after);
    }

    private static boolean yearLike(String digits, String before, String after) {
        return YEAR.matcher(digits).matches()
                && (before.matches(".*[-–/(]\\s*$")
                        || after.matches("^\\s*[-–/)].*")
                        || before.matches("(?s).*năm\\s*$"));
    }

    /** A day and a month; 20/43 with a word to count behind it is a share. */
    private static boolean dateLike(String digits, String before, String after) {
        var date = DATE_AFTER.matcher(after);
        if (!date.find()) {
            return false;
        }
        var parts = date.group().substring(1).split("[/.-]");
        return parts.length > 1
                || digits.length() > 2
                || Integer.parseInt(parts[0]) <= 12
                        && before.matches("(?s).*(?:ngày|sáng|chiều|tối|trưa|đến|từ|trước|sau)\\s*$");
    }

    private boolean names(String before) {
        var words = BEFORE.matcher(before);
        if (!words.find() || before.stripTrailing().endsWith("(")) {
            return false;
        }
        var first = words.group(1).toLowerCase(Locale.ROOT);
        var second = words.group(2);
        if (second == null) {
            return naming.contains(first);
        }
        var last = second.toLowerCase(Locale.ROOT);
        return naming.contains(last) && !(last.equals("số") && (first.equals("tổng") || first.equals("có")))
                || naming.contains(first + " " + last);
    }

    private static FoundNumber number(MatchResult found, BigDecimal value, String before) {
        var words = before.stripTrailing();
        var last = words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return new FoundNumber(
                found.start(),
                found.end(),
                value,
                found.group(2) != null,
                QUALIFIERS.getOrDefault(last, Qualifier.EXACT));
    }
}
