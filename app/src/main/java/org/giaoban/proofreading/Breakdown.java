package org.giaoban.proofreading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A total and the parts a sentence says it has: "43 tổ chức, gồm 22 …, 20 … và 1 …". */
record Breakdown(FoundNumber total, boolean whole, List<Part> parts) {

    private static final Pattern OPENER = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:\\(\\s*)?(?:bao gồm|gồm có|gồm|trong đó|chia ra|cơ cấu|cụ thể|including|of which|comprising|consisting of|namely)(?![\\p{L}])|[:(]");
    private static final Pattern ALL = Pattern.compile("(?iu)gồm|chia ra|cơ cấu|including|comprising|consisting of");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern COMMA = Pattern.compile(",(?!\\d)|(?iu:\\s(?:và|cùng với|and)\\s)");
    private static final Pattern ASIDE = Pattern.compile(
            "(?iu)^\\s*(?:trong đó|riêng|chiếm|đạt|tăng|giảm|so với|bằng|tỷ lệ|tỉ lệ|vượt|hoàn thành \\d|bình quân|nâng|mỗi|còn thiếu|accounting for|making up|up|down|compared|equal to|an increase|a decrease|on average)(?![\\p{L}]).*");
    private static final Pattern SHARE_ASIDE =
            Pattern.compile("(?iu)^\\s*(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ|accounting for|making up)(?![\\p{L}])[^\\d]*");

    /** One part, and the percentage the sentence gives it. */
    record Part(FoundNumber number, @Nullable FoundNumber share) {}

    private record Stretch(int from, int to) {}

    static List<Breakdown> of(Sentence sentence) {
        var found = new ArrayList<Breakdown>();
        var numbers = sentence.numbers();
        for (var at = 0; at + 1 < numbers.size(); at++) {
            var total = numbers.get(at);
            if (!total.percent()) {
                broken(sentence, total, numbers.get(at + 1)).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Breakdown> broken(Sentence sentence, FoundNumber total, FoundNumber next) {
        var gap = sentence.between(total.to(), next.from());
        var opener = OPENER.matcher(gap);
        if (!opener.find()) {
            return Optional.empty();
        }
        var from = total.to() + opener.end();
        var inside = opener.group().startsWith("(");
        var to = inside ? closing(sentence, from) : sentence.to();
        var region = new Stretch(from, to);
        var measure = Measure.after(sentence, total);
        var parts = parts(sentence, region).stream()
                .filter(part -> Measure.after(sentence, part.number()).like(measure))
                .toList();
        return Optional.of(new Breakdown(total, ALL.matcher(gap).find(), parts));
    }

    private static int closing(Sentence sentence, int from) {
        var at = sentence.text().indexOf(')', from - sentence.from());
        return at < 0 ? sentence.to() : sentence.from() + at;
    }

    private static List<Part> parts(Sentence sentence, Stretch region) {
        var text = sentence.between(region.from(), region.to());
        var semicolons = text.contains(";");
        var parts = new ArrayList<Part>();
        for (var item : cut(text, region.from(), semicolons ? SEMICOLON : COMMA)) {
            var words = sentence.between(item.from(), item.to());
            var inside = sentence.numbers().stream()
                    .filter(each -> each.from() >= item.from() && each.to() <= item.to())
                    .toList();
            if (!semicolons && ASIDE.matcher(words).matches()) {
                shareOfLast(parts, words, inside);
            } else {
                first(sentence, item, inside).ifPresent(number -> parts.add(new Part(number, share(number, inside))));
            }
        }
        return parts;
    }

    private static List<Stretch> cut(String text, int from, Pattern separator) {
        var items = new ArrayList<Stretch>();
        var begin = 0;
        for (var found : separator.matcher(text).results().toList()) {
            items.add(new Stretch(from + begin, from + found.start()));
            begin = found.end();
        }
        items.add(new Stretch(from + begin, from + text.length()));
        return items;
    }

    private static void shareOfLast(List<Part> parts, String words, List<FoundNumber> inside) {
        if (!parts.isEmpty()
                && parts.getLast().share() == null
                && SHARE_ASIDE.matcher(words).lookingAt()
                && !inside.isEmpty()
                && inside.getFirst().percent()) {
            parts.add(new Part(parts.removeLast().number(), inside.getFirst()));
        }
    }

    /** The first number of an item that does not stand in brackets. */
    private static Optional<FoundNumber> first(Sentence sentence, Stretch item, List<FoundNumber> inside) {
        return inside.stream()
                .filter(each -> !each.percent())
                .filter(each -> {
                    var before = sentence.between(item.from(), each.from());
                    return before.chars().filter(c -> c == '(').count()
                            <= before.chars().filter(c -> c == ')').count();
                })
                .findFirst();
    }

    private static @Nullable FoundNumber share(FoundNumber number, List<FoundNumber> inside) {
        var at = inside.indexOf(number) + 1;
        return at < inside.size() && inside.get(at).percent() && inside.get(at).from() - number.to() < 60
                ? inside.get(at)
                : null;
    }

    boolean exact() {
        return total.exact() && parts.stream().allMatch(part -> part.number().exact());
    }

    /** What the first so many parts come to. */
    BigDecimal sum(Sentence sentence, int count) {
        return parts.stream()
                .limit(count)
                .map(part ->
                        Measure.after(sentence, part.number()).of(part.number().value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
