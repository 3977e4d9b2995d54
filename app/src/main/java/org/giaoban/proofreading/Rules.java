package org.giaoban.proofreading;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the checks go by from a day on, out of the profile. */
record Rules(
        LocalDate from,
        Set<Kind> blocks,
        Set<String> loans,
        Set<String> twice,
        Map<String, String> confusions,
        Feasts feasts,
        Posts posts,
        Set<String> naming,
        Set<String> plainWords) {

    /** Days that need no year, and the words beside which they need none. */
    record Feasts(Set<String> days, List<String> words) {}

    /** How posts begin, the longest first, the words that end a title, and what short forms stand for. */
    record Posts(List<String> heads, Set<String> ends, Map<String, String> shortened) {}

    static Rules of(Map<?, ?> set) {
        return new Rules(
                LocalDate.parse(text(set, "from")),
                words(set, "blocks").stream().map(Kind::valueOf).collect(Collectors.toSet()),
                keys(set, "loans"),
                keys(set, "twice"),
                pairs(set, "confusions"),
                new Feasts(Set.copyOf(words(set, "feasts")), words(set, "feast-words")),
                new Posts(
                        words(set, "posts").stream()
                                .map(Token::keys)
                                .sorted(Comparator.comparingInt((String each) -> -each.length()))
                                .toList(),
                        keys(set, "title-ends"),
                        pairs(set, "short-posts")),
                Set.copyOf(words(set, "naming")),
                Set.copyOf(words(set, "plain-words")));
    }

    Severity severity(Kind kind) {
        return blocks.contains(kind) ? Severity.BLOCKS : Severity.WARNS;
    }

    private static String text(Map<?, ?> set, String name) {
        return Objects.requireNonNull(set.get(name), name).toString();
    }

    private static List<String> words(Map<?, ?> set, String name) {
        return ((List<?>) Objects.requireNonNull(set.get(name), name))
                .stream().map(String::valueOf).toList();
    }

    private static Set<String> keys(Map<?, ?> set, String name) {
        return words(set, name).stream()
                .flatMap(each -> Token.of(each).stream())
                .map(Token::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> pairs(Map<?, ?> set, String name) {
        var pairs = new LinkedHashMap<String, String>();
        ((Map<?, ?>) Objects.requireNonNull(set.get(name), name))
                .forEach((wrong, right) -> pairs.put(Token.keys(wrong.toString()), right.toString()));
        return pairs;
    }
}
