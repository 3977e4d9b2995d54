package org.giaoban.proofreading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.giaoban.kernel.Qualifier;

/** Numbers of English texts, which separate thousands with a comma and decimals with a point. */
final class EnglishNumbers {

    private static final int AROUND = 24;
    private static final Pattern SEPARATOR = Pattern.compile("(?<=\\d)[.,](?=\\d)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern YEAR_BEFORE = Pattern.compile(
            "(?i)(?<!\\p{L})(?:in|of|by|since|from|until|to|during|year|" + EnglishDates.MONTHS + ")\\s*$");
    private static final Map<String, Qualifier> QUALIFIERS = Map.of(
            "over", Qualifier.OVER,
            "than", Qualifier.ABOUT,
            "nearly", Qualifier.NEARLY,
            "almost", Qualifier.NEARLY,
            "about", Qualifier.ABOUT,
            "around", Qualifier.ABOUT,
            "approximately", Qualifier.ABOUT);

    private EnglishNumbers() {}

    /** The same text, as long as before, with the numbers as the other language writes them. */
    static String exchanged(String text) {
        return SEPARATOR.matcher(text).replaceAll(found -> found.group().equals(",") ? "." : ",");
    }

    static List<FoundNumber> in(String text, Numbers numbers) {
        var dates = EnglishDates.in(text);
        return numbers.in(exchanged(text)).stream()
                .filter(each -> dates.stream().noneMatch(date -> date.from() <= each.from() && each.to() <= date.to()))
                .filter(each -> !year(text, each))
                .map(each -> qualified(text, each))
                .toList();
    }

    private static boolean year(String text, FoundNumber number) {
        return YEAR.matcher(text.substring(number.from(), number.to())).matches()
                && YEAR_BEFORE.matcher(before(text, number)).find();
    }

    private static FoundNumber qualified(String text, FoundNumber number) {
        var words = before(text, number).stripTrailing();
        var last = words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        var qualifier = QUALIFIERS.getOrDefault(last, number.qualifier());
        return new FoundNumber(number.from(), number.to(), number.value(), number.percent(), qualifier);
    }

    private static String before(String text, FoundNumber number) {
        return text.substring(Math.max(0, number.from() - AROUND), number.from());
    }
}
