package org.giaoban.proofreading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.VietnameseText;

/** Names and titles against what the register says of the text's day. */
final class TitleCheck implements Check {

    private static final Pattern AFTER =
            Pattern.compile("^\\s*[,(–-]\\s*((?:[\\p{L}\\p{M}]+[\\s-]?){1,12})(?=[,.;:)\\n(–]|$|\\s\\d)");
    private static final Pattern BEFORE =
            Pattern.compile("((?:[\\p{L}\\p{M}]+\\s+){1,10})(?:,\\s*)?(?:đồng chí|đ/c|ông|bà)?\\s*$");
    private static final Pattern NAMED = Pattern.compile(
            "(?:[Đđ]ồng chí|[Đđ]/c|[ÔôÒò]ng|[Bb]à)\\s+((?:\\p{Lu}[\\p{L}\\p{M}]*\\s+){1,3}\\p{Lu}[\\p{L}\\p{M}]*)");

    @Override
    public void look(Reading reading) {
        var titles = new LinkedHashMap<String, Set<String>>();
        reading.facts()
                .officials()
                .forEach(each -> titles.computeIfAbsent(each.name(), name -> new LinkedHashSet<>())
                        .add(each.title()));
        for (var at = 0; at < reading.manuscript().passages().size(); at++) {
            for (var official : titles.entrySet()) {
                titles(reading, at, official);
            }
            names(reading, at, titles.keySet());
        }
    }

    private static void titles(Reading reading, int passage, Map.Entry<String, Set<String>> official) {
        var text = reading.text(passage);
        for (var at = text.indexOf(official.getKey()); at >= 0; at = text.indexOf(official.getKey(), at + 1)) {
            var end = at + official.getKey().length();
            claim(reading, passage, at, end)
                    .filter(claim -> wrong(reading, claim, official))
                    .ifPresent(claim -> said(reading, passage, claim, official));
        }
    }

    /** A post a text gives to somebody, and where it stands. */
    private record Claim(int from, int to, Title title) {}

    private static Optional<Claim> claim(Reading reading, int passage, int from, int to) {
        var text = reading.text(passage);
        var after = AFTER.matcher(text.substring(to));
        if (after.find()) {
            var words = ended(after.group(1), reading.rules().posts());
            var title = Title.of(words, reading.rules().posts());
            if (title.isPresent()) {
                return Optional.of(new Claim(to + after.start(1), to + after.start(1) + words.length(), title.get()));
            }
        }
        var before = BEFORE.matcher(text.substring(0, from));
        return before.find() ? before(reading, before.group(1), before.start(1)) : Optional.empty();
    }

    /** Up to the word with which the sentence goes on; the post itself may hold such words. */
    private static String ended(String words, Rules.Posts posts) {
        var tokens = Token.of(words);
        for (var at = 2; at < tokens.size(); at++) {
            if (posts.ends().contains(tokens.get(at).key()) && !tokens.get(at).capital()) {
                return words.substring(0, tokens.get(at - 1).to());
            }
        }
        return words.stripTrailing();
    }

    /** The words before a name begin with a post somewhere. */
    private static Optional<Claim> before(Reading reading, String words, int from) {
        var tokens = Token.of(words);
        for (var at = 0; at < tokens.size(); at++) {
            var rest = words.substring(tokens.get(at).from());
            var title = Title.of(rest, reading.rules().posts());
            if (title.isPresent()) {
                var begin = from + tokens.get(at).from();
                return Optional.of(new Claim(begin, begin + rest.stripTrailing().length(), title.get()));
            }
        }
        return Optional.empty();
    }

    /** Right when a registered title says the same; another post in the same body, or one that somebody else holds, is not. */
    private static boolean wrong(Reading reading, Claim claim, Map.Entry<String, Set<String>> official) {
        var title = claim.title();
        var own = titles(reading, official.getValue());
        var others = titles(
                reading,
                reading.facts().officials().stream()
                        .filter(each -> !each.name().equals(official.getKey()))
                        .map(Official::title)
                        .collect(Collectors.toSet()));
        return !own.isEmpty()
                && own.stream().noneMatch(title::agrees)
                && (own.stream()
                                .anyMatch(each ->
                                        each.body().isEmpty() || title.body().isEmpty() || title.sameBody(each))
                        || others.stream().anyMatch(title::equals));
    }

    private static List<Title> titles(Reading reading, Set<String> registered) {
        return registered.stream()
                .flatMap(each -> Stream.of(each.split(",\\s*")))
                .flatMap(each -> Title.of(each, reading.rules().posts()).stream())
                .toList();
    }

    private static void said(Reading reading, int passage, Claim claim, Map.Entry<String, Set<String>> official) {
        var right = official.getValue().iterator().next();
        reading.say(
                Kind.TITLE,
                new Place(passage, claim.from(), claim.to()),
                List.of(Mend.words(right)),
                "title",
                official.getKey(),
                String.join("; ", official.getValue()));
    }

    private static void names(Reading reading, int passage, Set<String> known) {
        for (var found : NAMED.matcher(reading.text(passage)).results().toList()) {
            var written = found.group(1);
            if (known.contains(written)) {
                continue;
            }
            known.stream()
                    .filter(each -> VietnameseText.fold(each).equals(VietnameseText.fold(written)))
                    .filter(each -> !Token.keys(each).equals(Token.keys(written)))
                    .findFirst()
                    .ifPresent(right -> reading.say(
                            Kind.NAME,
                            new Place(passage, found.start(1), found.end(1)),
                            List.of(Mend.words(right)),
                            "name",
                            right));
        }
    }
}
