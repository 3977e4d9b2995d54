package org.giaoban.portal;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.VietnameseText;

/** A period as people type it: quý 1/2022, năm 2021, 9 tháng 2020, 2016-2020, from October 2018 to March 2019. */
final class TypedPeriod {

    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String OF = "(?: *[/,-] *| +(?:dau )?nam +| +of +| +(?:dau )?)";
    private static final String NUMBER = "(0?[1-9]|1[0-2])";
    private static final Pattern TO = Pattern.compile(" *(?:-|\\.\\.| den | to | until ) *");
    private static final Pattern LEADING = Pattern.compile("^(?:tu|from|giai doan|trong|the|period) +");
    private static final Map<String, Integer> MONTHS = Stream.of(Month.values())
            .collect(Collectors.toMap(
                    each -> each.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    Month::getValue));
    private static final Map<String, Integer> ROMAN = Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4);

    private record Form(Pattern words, Function<MatchResult, Period> period) {

        static Form of(String words, Function<MatchResult, Period> period) {
            return new Form(Pattern.compile(words), period);
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of("(?:nam |year )?" + YEAR, hit -> Period.ofYear(number(hit, 1))),
            Form.of("(?:thang |month )?" + NUMBER + OF + YEAR, hit -> Period.month(number(hit, 2), number(hit, 1))),
            Form.of("(" + String.join("|", MONTHS.keySet()) + ")" + OF + YEAR, TypedPeriod::named),
            Form.of("(?:quy|quarter|q) ?([1-4]|iv|i{1,3})" + OF + YEAR, TypedPeriod::quarter),
            Form.of(NUMBER + " thang(?: dau)?" + OF + YEAR, hit -> sinceJanuary(number(hit, 1), number(hit, 2))),
            Form.of("first " + NUMBER + " months of " + YEAR, hit -> sinceJanuary(number(hit, 1), number(hit, 2))),
            Form.of("first month of " + YEAR, hit -> sinceJanuary(1, number(hit, 1))),
            Form.of("(?:nua dau|first half)" + OF + YEAR, hit -> sinceJanuary(6, number(hit, 1))),
            Form.of("(?:nua cuoi|6 thang cuoi|second half)" + OF + YEAR, hit -> Period.parse(hit.group(1) + "-H2")));

    private TypedPeriod() {}

    /** Empty when nobody would know what is meant. */
    static Optional<Period> read(String typed) {
        var written = typed.strip();
        var code = code(written);
        if (code.isPresent()) {
            return code;
        }
        var words = VietnameseText.fold(written).strip().replaceAll("\\s+", " ");
        var rest = LEADING.matcher(words).replaceFirst("");
        return one(rest).or(() -> stretch(rest));
    }

    private static Optional<Period> code(String written) {
        try {
            return Optional.of(Period.parse(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Period> one(String words) {
        return FORMS.stream()
                .flatMap(form -> form.words()
                        .matcher(words)
                        .results()
                        .filter(hit -> hit.start() == 0 && hit.end() == words.length())
                        .map(form.period()))
                .findFirst();
    }

    /** From the first month of the one to the last of the other; "10-12/2018" borrows the year. */
    private static Optional<Period> stretch(String words) {
        return TO.matcher(words)
                .results()
                .flatMap(hit -> between(words.substring(0, hit.start()), words.substring(hit.end())).stream())
                .findFirst();
    }

    private static Optional<Period> between(String first, String last) {
        var end = one(last);
        var begin = one(first).or(() -> end.flatMap(each -> one(first + "/" + each.year())));
        return begin.isPresent() && end.isPresent() ? between(begin.get(), end.get()) : Optional.empty();
    }

    private static Optional<Period> between(Period begin, Period end) {
        var first = begin.months().getFirst();
        var last = end.months().getLast();
        return first.compareTo(last) > 0 ? Optional.empty() : code(first.code() + ".." + last.code());
    }

    private static Period sinceJanuary(int months, int year) {
        return months == 4 || months == 6 || months == 9
                ? Period.parse(year + "-" + months + "M")
                : Period.month(year, months).yearToDate();
    }

    private static Period named(MatchResult hit) {
        return Period.month(number(hit, 2), MONTHS.getOrDefault(hit.group(1), 1));
    }

    private static Period quarter(MatchResult hit) {
        var written = hit.group(1);
        var quarter = ROMAN.containsKey(written) ? ROMAN.getOrDefault(written, 1) : Integer.parseInt(written);
        return Period.quarter(number(hit, 2), quarter);
    }

    private static int number(MatchResult hit, int group) {
        return Integer.parseInt(hit.group(group));
    }
}
