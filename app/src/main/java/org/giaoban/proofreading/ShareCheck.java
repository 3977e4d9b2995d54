package org.giaoban.proofreading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseNumber;

/** Percentages and differences that are not what the numbers beside them say. */
final class ShareCheck implements Check {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{3})+|\\d+)";
    private static final String SHARE = "(\\d+(?:[.,]\\d+)?)\\s?%";
    private static final Pattern FRACTION = Pattern.compile("(?iu)(?<![\\p{N}/.,])" + NUMBER
            + "(?:\\s?/\\s?|[^\\d.;%]{0,50}?(?:(?:trên|trong)\\s+tổng số|out of)\\s+)" + NUMBER
            + "(?![\\p{N}/])([^\\d;%.]{0,60}?(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|,|\\()[^\\d;%.]{0,24}?)" + SHARE);
    private static final Pattern OVER_ONE = Pattern.compile(
            "(?iu)(?<![\\p{N}/.,])" + NUMBER + "/" + NUMBER
                    + "(?![\\p{N}/])\\s+(?:xã|thôn|chi bộ|đảng bộ|tổ chức|đơn vị|hộ|đảng viên|cơ sở|tiêu chí|chỉ tiêu|trường|cán bộ|phường|đại biểu|đồng chí|người)");
    private static final Pattern CHANGE = Pattern.compile("(?iu)từ\\s+" + NUMBER
            + "([^\\d.;%]{0,40}?)\\s(?:lên|xuống|còn)(?:\\s+(?:còn|đến|tới|thành))?\\s+" + NUMBER
            + "(?![\\p{N}/%]|,\\d)([^\\d.;]{0,40}?[,(]\\s*)(tăng|giảm)(?:\\s+thêm)?\\s+(\\d+(?:[.,]\\d+)*)(\\s?%)?");
    private static final Pattern TAKES = Pattern.compile("(?iu)chiếm\\s*$");

    @Override
    public void look(Reading reading) {
        for (var sentence : reading.sentences()) {
            fractions(reading, sentence);
            changes(reading, sentence);
            shares(reading, sentence);
            for (var breakdown : Breakdown.of(sentence)) {
                parts(reading, sentence, breakdown);
            }
        }
    }

    private static void fractions(Reading reading, Sentence sentence) {
        for (var found : FRACTION.matcher(sentence.text()).results().toList()) {
            var place = new Place(sentence.passage(), sentence.from() + found.start(), sentence.from() + found.end());
            var said = new Said(decimal(found.group(4)), qualified(found.group(3)));
            share(reading, place, decimal(found.group(1)), decimal(found.group(2)), said);
        }
        for (var found : OVER_ONE.matcher(sentence.text()).results().toList()) {
            var part = decimal(found.group(1));
            var whole = decimal(found.group(2));
            if (part.compareTo(whole) > 0) {
                var place =
                        new Place(sentence.passage(), sentence.from() + found.start(), sentence.from() + found.end());
                reading.say(Kind.SHARE, place, List.of(), "part-larger", reading.number(part), reading.number(whole));
            }
        }
    }

    private record Said(BigDecimal percent, boolean rough) {}

    private static boolean qualified(String words) {
        return words.matches("(?isu).*(?:trên|hơn|gần|khoảng|ước|over|than|nearly|almost|about|around)\\s*$");
    }

    private static void parts(Reading reading, Sentence sentence, Breakdown breakdown) {
        if (!breakdown.total().exact()) {
            return;
        }
        for (var part : breakdown.parts()) {
            var share = part.share();
            var fraction =
                    sentence.between(part.number().to(), part.number().to() + 1).equals("/");
            if (share != null && part.number().exact() && !fraction) {
                share(
                        reading,
                        new Place(sentence.passage(), part.number().from(), share.to()),
                        part.number().value(),
                        breakdown.total().value(),
                        new Said(share.value(), !share.exact()));
            }
        }
    }

    /** Rounded or cut off at the last digit written, both are right; of "nearly" and "over" one per cent is asked. */
    private static void share(Reading reading, Place place, BigDecimal part, BigDecimal whole, Said said) {
        if (whole.signum() == 0 || part.compareTo(whole.multiply(BigDecimal.TEN)) > 0) {
            return;
        }
        var right = part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
        var scale = Math.max(0, said.percent().scale());
        var step = said.rough() ? BigDecimal.valueOf(2) : BigDecimal.ONE.movePointLeft(scale);
        if (right.subtract(said.percent()).abs().compareTo(step) >= 0) {
            var shown = right.setScale(Math.max(scale, 1), RoundingMode.HALF_UP);
            reading.say(
                    Kind.SHARE,
                    place,
                    List.of(),
                    "share",
                    reading.number(part) + "/" + reading.number(whole),
                    reading.number(shown),
                    reading.number(said.percent()));
        }
    }

    /** "từ 200 lên 250, tăng 25%" */
    private static void changes(Reading reading, Sentence sentence) {
        for (var found : CHANGE.matcher(sentence.text()).results().toList()) {
            var before = decimal(found.group(1));
            var now = decimal(found.group(3));
            var place = new Place(sentence.passage(), sentence.from() + found.start(), sentence.from() + found.end());
            var difference = now.subtract(before).abs();
            var said = decimal(found.group(6));
            if (found.group(7) != null) {
                share(reading, place, difference, before, new Said(said, false));
            } else if (said.compareTo(difference) != 0) {
                reading.say(Kind.SUM, place, List.of(), "difference", reading.number(difference), reading.number(said));
            }
        }
    }

    private static void shares(Reading reading, Sentence sentence) {
        for (var number : sentence.numbers()) {
            var before = sentence.between(number.from() - 12, number.from());
            if (number.percent()
                    && number.value().compareTo(HUNDRED) > 0
                    && TAKES.matcher(before).find()) {
                reading.say(
                        Kind.SHARE,
                        new Place(sentence.passage(), number.from(), number.to()),
                        List.of(),
                        "over-hundred");
            }
        }
    }

    private static BigDecimal decimal(String written) {
        return VietnameseNumber.parse(written).orElse(BigDecimal.ZERO);
    }
}
