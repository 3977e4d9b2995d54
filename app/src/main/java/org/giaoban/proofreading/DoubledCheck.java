package org.giaoban.proofreading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words and paragraphs that stand twice where once is meant. */
final class DoubledCheck implements Check {

    private static final int LONG_ENOUGH = 50;
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0]+");

    @Override
    public void look(Reading reading) {
        for (var at = 0; at < reading.manuscript().passages().size(); at++) {
            words(reading, at);
            pairs(reading, at);
        }
        sentences(reading);
    }

    private static void words(Reading reading, int passage) {
        var tokens = reading.tokens(passage);
        for (var at = 0; at + 1 < tokens.size(); at++) {
            var one = tokens.get(at);
            var two = tokens.get(at + 1);
            if (one.key().equals(two.key())
                    && touching(reading, passage, one, two)
                    && !two.capital()
                    && !reading.rules().twice().contains(one.key())) {
                said(reading, passage, one, two, one.text());
            }
        }
    }

    /** "của các của các" */
    private static void pairs(Reading reading, int passage) {
        var tokens = reading.tokens(passage);
        for (var at = 0; at + 3 < tokens.size(); at++) {
            var one = tokens.get(at);
            var last = tokens.get(at + 3);
            if (one.key().equals(tokens.get(at + 2).key())
                    && tokens.get(at + 1).key().equals(last.key())
                    && !one.key().equals(last.key())
                    && !one.capital()
                    && touching(reading, passage, tokens.get(at + 1), tokens.get(at + 2))
                    && touching(reading, passage, one, tokens.get(at + 1))
                    && touching(reading, passage, tokens.get(at + 2), last)) {
                said(
                        reading,
                        passage,
                        one,
                        last,
                        reading.text(passage)
                                .substring(one.from(), tokens.get(at + 1).to()));
            }
        }
    }

    private static boolean touching(Reading reading, int passage, Token one, Token two) {
        return reading.text(passage).substring(one.to(), two.from()).isBlank();
    }

    private static void said(Reading reading, int passage, Token one, Token last, String once) {
        var place = new Place(passage, one.from(), last.to());
        reading.say(Kind.DOUBLED_WORD, place, List.of(Mend.words(once)), "doubled-word", once);
    }

    private static void sentences(Reading reading) {
        var seen = new HashSet<String>();
        var passages = new HashSet<Integer>();
        for (var at = 0; at < reading.manuscript().passages().size(); at++) {
            if (again(reading.text(at), seen)) {
                passages.add(at);
                var place = new Place(at, 0, reading.text(at).length());
                reading.say(Kind.DOUBLED_PARAGRAPH, place, List.of(Mend.words("")), "doubled-paragraph");
            }
        }
        var single = new HashSet<String>();
        for (var sentence : reading.sentences()) {
            if (!passages.contains(sentence.passage()) && again(sentence.text(), single)) {
                var place = new Place(sentence.passage(), sentence.from(), sentence.to());
                reading.say(Kind.DOUBLED_PARAGRAPH, place, List.of(Mend.words("")), "doubled-sentence");
            }
        }
    }

    private static boolean again(String text, Set<String> seen) {
        var plain = SPACES.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return plain.length() >= LONG_ENOUGH && !seen.add(plain);
    }
}
