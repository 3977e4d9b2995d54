package org.giaoban.proofreading;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;

/** Letters that only look right: tones written apart, foreign letters of the same shape, signs that cannot be seen. */
final class UnicodeCheck implements Check {

    private static final Pattern APART = Pattern.compile("\\p{L}[\u0300-\u036f]+");
    private static final Pattern UNSEEN = Pattern.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffd]+");
    private static final Pattern FOREIGN =
            Pattern.compile("\\p{L}*[\\p{IsCyrillic}\\p{IsGreek}\u00d0\u00f0\u0110\u0111]\\p{L}*");
    private static final Map<Character, Character> LOOKALIKE = Map.ofEntries(
            Map.entry('\u00d0', 'Đ'),
            Map.entry('\u00f0', 'đ'),
            Map.entry('\u0430', 'a'),
            Map.entry('\u0435', 'e'),
            Map.entry('\u043e', 'o'),
            Map.entry('\u0440', 'p'),
            Map.entry('\u0441', 'c'),
            Map.entry('\u0443', 'y'),
            Map.entry('\u0445', 'x'),
            Map.entry('\u0456', 'i'),
            Map.entry('\u0410', 'A'),
            Map.entry('\u0412', 'B'),
            Map.entry('\u0415', 'E'),
            Map.entry('\u041a', 'K'),
            Map.entry('\u041c', 'M'),
            Map.entry('\u041d', 'H'),
            Map.entry('\u041e', 'O'),
            Map.entry('\u0420', 'P'),
            Map.entry('\u0421', 'C'),
            Map.entry('\u0422', 'T'),
            Map.entry('\u0425', 'X'),
            Map.entry('\u03bf', 'o'));

    @Override
    public void look(Reading reading) {
        for (var at = 0; at < reading.manuscript().passages().size(); at++) {
            apart(reading, at);
            unseen(reading, at);
            foreign(reading, at);
        }
    }

    private static void apart(Reading reading, int passage) {
        for (var found : APART.matcher(reading.text(passage)).results().toList()) {
            var place = new Place(passage, found.start(), found.end());
            reading.say(Kind.UNICODE, place, List.of(Mend.words(VietnameseText.nfc(found.group()))), "apart");
        }
    }

    private static void unseen(Reading reading, int passage) {
        for (var found : UNSEEN.matcher(reading.text(passage)).results().toList()) {
            var place = new Place(passage, found.start(), found.end());
            reading.say(Kind.UNICODE, place, List.of(Mend.words("")), "unseen");
        }
    }

    private static void foreign(Reading reading, int passage) {
        for (var found : FOREIGN.matcher(reading.text(passage)).results().toList()) {
            var right = new StringBuilder();
            found.group().chars().forEach(c -> right.append(LOOKALIKE.getOrDefault((char) c, (char) c)));
            if (!right.toString().equals(found.group())) {
                var place = new Place(passage, found.start(), found.end());
                reading.say(Kind.UNICODE, place, List.of(Mend.words(right.toString())), "foreign", right);
            }
        }
    }
}
