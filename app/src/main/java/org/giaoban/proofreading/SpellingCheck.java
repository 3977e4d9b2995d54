package org.giaoban.proofreading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words no syllable of the language explains, and well-known mix-ups each of whose syllables exists. */
final class SpellingCheck implements Check {

    private static final int OFFERED = 3;
    private static final int LONGEST = 3;
    private static final Pattern GLUED = Pattern.compile("[\\p{L}\\p{N}@/_.:&'’-]");
    private static final Pattern FOREIGN = Pattern.compile("(?i)[a-z]*[fjwz][a-z]*");
    private static final Pattern ODD = Pattern.compile(".*(?:['’ðÐ]|[^\\p{IsLatin}\\p{M}]).*");
    private static final Pattern PLAIN = Pattern.compile("(?i)[a-z]+");

    private final Syllables syllables;

    SpellingCheck(Syllables syllables) {
        this.syllables = syllables;
    }

    @Override
    public void look(Reading reading) {
        var vocabulary = vocabulary(reading);
        for (var at = 0; at < reading.manuscript().passages().size(); at++) {
            var tokens = reading.tokens(at);
            for (var word = 0; word < tokens.size(); word++) {
                if (!confused(reading, at, word)) {
                    unknown(reading, at, tokens.get(word), vocabulary);
                }
            }
        }
    }

    /** What the text itself and the list of mix-ups write: likely to be meant. */
    private Set<String> vocabulary(Reading reading) {
        var words = new HashSet<String>();
        for (var at = 0; at < reading.manuscript().passages().size(); at++) {
            reading.tokens(at).forEach(token -> words.add(token.small()));
        }
        reading.rules().confusions().values().forEach(right -> words.addAll(List.of(right.split(" "))));
        return words;
    }

    private static boolean confused(Reading reading, int passage, int word) {
        var tokens = reading.tokens(passage);
        for (var length = Math.min(LONGEST, tokens.size() - word); length > 0; length--) {
            var words = tokens.subList(word, word + length);
            var right = reading.rules()
                    .confusions()
                    .get(String.join(" ", words.stream().map(Token::key).toList()));
            if (right != null) {
                var place = new Place(
                        passage, words.getFirst().from(), words.getLast().to());
                var like = like(words.getFirst(), right);
                reading.say(Kind.SPELLING, place, List.of(Mend.words(like)), "confused", like);
                return true;
            }
        }
        return false;
    }

    /** With a capital where the written word has one. */
    private static String like(Token written, String right) {
        return written.capital() ? right.substring(0, 1).toUpperCase(Locale.ROOT) + right.substring(1) : right;
    }

    private void unknown(Reading reading, int passage, Token word, Set<String> vocabulary) {
        if (word.shout() || excused(reading, passage, word) || syllables.has(word.small())) {
            return;
        }
        var near = syllables.near(word.small()).stream()
                .filter(vocabulary::contains)
                .limit(OFFERED)
                .map(each -> Mend.words(like(word, each)))
                .toList();
        reading.say(Kind.SPELLING, new Place(passage, word.from(), word.to()), near, "unknown-syllable", word.text());
    }

    /** Single letters, known loan words, parts of addresses and codes, names without any mark. */
    private static boolean excused(Reading reading, int passage, Token word) {
        var plain = PLAIN.matcher(word.text()).matches();
        return word.text().length() == 1
                || reading.rules().loans().contains(word.key())
                || plain && word.capital()
                || ODD.matcher(word.text()).matches()
                || FOREIGN.matcher(word.small()).matches()
                || glued(reading.text(passage), word);
    }

    private static boolean glued(String text, Token word) {
        var before = word.from() > 0 ? text.substring(word.from() - 1, word.from()) : " ";
        var after = text.substring(word.to(), Math.min(text.length(), word.to() + 2));
        return GLUED.matcher(before).matches()
                || after.length() > 1
                        && GLUED.matcher(after.substring(0, 1)).matches()
                        && GLUED.matcher(after.substring(1)).matches();
    }
}
