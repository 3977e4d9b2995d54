package org.giaoban.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * Passwords that programs guess first: a word that many people choose, or two of them, however they spelled its letters with
 * digits and whatever year or mark they put before or behind. A list of a thousand words so stands for many millions.
 */
final class CommonPasswords {

    private static final Set<String> WHOLE = read("identity/common-passwords.txt");
    private static final Set<String> WORDS = read("identity/common-words.txt");

    /** Behind a word stands a year, a day or 1234; more digits than these are a secret of their own. */
    private static final int MOST_AROUND = 10;

    private static final String DIGITS_FOR_LETTERS = "0134578@$!";
    private static final String LETTERS = "oieastbasi";

    private CommonPasswords() {}

    /** @param folded without case, tones and blanks */
    static boolean guessed(String folded) {
        return WHOLE.contains(folded) || around(folded) || around(letters(folded));
    }

    private static boolean around(String text) {
        var core = text.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return text.length() - core.length() <= MOST_AROUND && words(core.replaceAll("[^a-z]", ""));
    }

    private static boolean words(String core) {
        if (WORDS.contains(core)) {
            return true;
        }
        for (var at = 3; at <= core.length() - 3; at++) {
            if (WORDS.contains(core.substring(0, at)) && WORDS.contains(core.substring(at))) {
                return true;
            }
        }
        return false;
    }

    /** Digits and signs at the end are no letters; those within are read as the letters they stand for. */
    private static String letters(String folded) {
        var end = folded.replaceAll("[^a-z]+$", "").length();
        var read = new StringBuilder();
        for (var at = 0; at < end; at++) {
            var sign = DIGITS_FOR_LETTERS.indexOf(folded.charAt(at));
            read.append(sign < 0 ? folded.charAt(at) : LETTERS.charAt(sign));
        }
        return read + folded.substring(end);
    }

    private static Set<String> read(String file) {
        try (var lines = new ClassPathResource(file).getInputStream()) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
