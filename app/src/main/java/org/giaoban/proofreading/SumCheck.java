package org.giaoban.proofreading;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.giaoban.kernel.VietnameseNumber;

/** Parts that do not come to their total, and parts larger than what they are part of. */
final class SumCheck implements Check {

    private static final BigDecimal WIDE = new BigDecimal("0.3");
    private static final BigDecimal NARROW = new BigDecimal("0.1");
    private static final int SEVERAL = 3;
    private static final String NUMBER = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?";
    private static final Pattern EQUATION =
            Pattern.compile("((?:" + NUMBER + ")(?:\\s*\\+\\s*(?:" + NUMBER + "))+)\\s*=\\s*(" + NUMBER + ")");
    private static final Pattern TOTAL_BEHIND = Pattern.compile(
            "(?iu)(?:tổng cộng|cả thảy|tất cả|in total|totalling|a total of|altogether)(?:\\s+(?:là|có|được))?\\s*$");

    @Override
    public void look(Reading reading) {
        for (var sentence : reading.sentences()) {
            equations(reading, sentence);
            totalBehind(reading, sentence);
            for (var breakdown : Breakdown.of(sentence)) {
                adds(reading, sentence, breakdown);
                fits(reading, sentence, breakdown);
            }
        }
    }

    private static void equations(Reading reading, Sentence sentence) {
        for (var found : EQUATION.matcher(sentence.text()).results().toList()) {
            var sum = Stream.of(found.group(1).split("\\+"))
                    .flatMap(each -> VietnameseNumber.parse(each.strip()).stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var said = VietnameseNumber.parse(found.group(2)).orElse(sum);
            if (sum.compareTo(said) != 0) {
                var place =
                        new Place(sentence.passage(), sentence.from() + found.start(), sentence.from() + found.end());
                reading.say(Kind.SUM, place, List.of(), "sum", reading.number(sum), reading.number(said));
            }
        }
    }

    /** "22 …, 20 … và 1 …, tổng cộng 44" */
    private static void totalBehind(Reading reading, Sentence sentence) {
        var numbers =
                sentence.numbers().stream().filter(each -> !each.percent()).toList();
        for (var at = 2; at < numbers.size(); at++) {
            var total = numbers.get(at);
            if (TOTAL_BEHIND
                    .matcher(sentence.between(numbers.get(at - 1).to(), total.from()))
                    .find()) {
                var parts = numbers.subList(0, at).reversed().stream()
                        .map(number -> new Breakdown.Part(number, null))
                        .toList();
                adds(reading, sentence, new Breakdown(total, true, parts));
                return;
            }
        }
    }

    /** The list may run on into something else: the first parts that come to the total are enough. */
    private static void adds(Reading reading, Sentence sentence, Breakdown breakdown) {
        var parts = breakdown.parts().size();
        if (!breakdown.exact() || parts < (breakdown.whole() ? 2 : SEVERAL)) {
            return;
        }
        var total = total(sentence, breakdown);
        var nearest = breakdown.sum(sentence, parts);
        var count = parts;
        for (var first = 2; first < parts; first++) {
            var sum = breakdown.sum(sentence, first);
            if (sum.subtract(total).abs().compareTo(nearest.subtract(total).abs()) < 0) {
                nearest = sum;
                count = first;
            }
        }
        var off = nearest.subtract(total).abs();
        if (off.signum() != 0 && off.compareTo(total.multiply(breakdown.whole() ? WIDE : NARROW)) <= 0) {
            reading.say(
                    Kind.SUM,
                    place(sentence, breakdown, count),
                    List.of(),
                    "sum",
                    reading.number(nearest),
                    reading.number(total));
        }
    }

    private static void fits(Reading reading, Sentence sentence, Breakdown breakdown) {
        var total = total(sentence, breakdown);
        for (var part : breakdown.parts()) {
            var value = Measure.after(sentence, part.number()).of(part.number().value());
            if (breakdown.total().exact()
                    && breakdown.parts().size() < SEVERAL
                    && value.compareTo(total) > 0
                    && value.compareTo(total.add(total)) <= 0) {
                reading.say(
                        Kind.SUM,
                        new Place(
                                sentence.passage(),
                                breakdown.total().from(),
                                part.number().to()),
                        List.of(),
                        "part-larger",
                        reading.number(value),
                        reading.number(total));
                return;
            }
        }
    }

    private static BigDecimal total(Sentence sentence, Breakdown breakdown) {
        return Measure.after(sentence, breakdown.total()).of(breakdown.total().value());
    }

    private static Place place(Sentence sentence, Breakdown breakdown, int count) {
        var total = breakdown.total();
        var ends = Stream.concat(
                        Stream.of(total),
                        breakdown.parts().stream().limit(count).map(Breakdown.Part::number))
                .toList();
        return new Place(
                sentence.passage(),
                ends.stream().mapToInt(FoundNumber::from).min().orElse(total.from()),
                ends.stream().mapToInt(FoundNumber::to).max().orElse(total.to()));
    }
}
