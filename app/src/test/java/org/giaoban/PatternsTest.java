package org.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No text can keep a processor busy: every pattern of the program looks at a hostile text a bounded number of times for each of its
 * letters. Counted by looks and not by the clock, so that the machine does not matter.
 */
class PatternsTest {

    private static final int LETTERS = 500;

    /** Going on from every letter of a run costs a quarter of a thousand looks for each; whatever is worse costs far more. */
    private static final int LOOKS_PER_LETTER = 5000;

    private static final List<String> REPEATED = List.of(
            "a",
            "A",
            "Á",
            "ấ",
            "1",
            " ",
            "\t",
            "\n",
            ".",
            ",",
            "-",
            "/",
            "(",
            "[",
            "<",
            ">",
            "&",
            "\"",
            "'",
            "=",
            "%",
            ":",
            ";",
            "!",
            "@",
            "_",
            "#",
            "Aa ",
            "A. ",
            "A.",
            "a'",
            "1.",
            "1,",
            "1/",
            "1 ",
            "1-",
            "12/10",
            "tháng 1 ",
            "xã A ",
            " và ",
            "- ",
            "a-",
            "a.b",
            "[a](",
            "![",
            "](",
            "%20",
            "a=b&",
            "<a ",
            "</",
            "năm 2018 ",
            "kỳ ",
            "1,5% ",
            "(1) ",
            "a@a.",
            "0. ",
            "A-a ",
            "\u00a0",
            "a ");
    private static final List<String> ENDS = List.of("", "!", "\u0000", "\n", "a", "1", ")", "]");

    /** A text that counts how often it is looked at. */
    private static final class Looked implements CharSequence {

        private final CharSequence text;
        private final long[] left;

        Looked(CharSequence text, long[] left) {
            this.text = text;
            this.left = left;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- == 0) {
                throw new TooOften();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Looked(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void noPatternCanBeKeptBusy() throws ReflectiveOperationException {
        var slow = new ArrayList<String>();
        var patterns = patterns();
        for (var field : patterns) {
            hostile(pattern(field)).ifPresent(text -> slow.add(field.getFullName() + " by " + text));
        }
        assertThat(patterns).as("patterns of the program").hasSizeGreaterThan(100);
        assertThat(slow).as("patterns that a text keeps busy").isEmpty();
    }

    @Test
    void aPatternThatCanBeKeptBusyIsFound() {
        assertThat(hostile(Pattern.compile("\\p{Lu}\\p{L}*(?:\\s?\\p{Lu}\\p{L}*){0,4}:")))
                .isPresent();
        assertThat(hostile(Pattern.compile(".*(\\d{8,}|x).*:"))).isPresent();
        assertThat(hostile(Pattern.compile("[a-z]{1,20}\\d"))).isEmpty();
    }

    private static Optional<String> hostile(Pattern pattern) {
        for (var part : REPEATED) {
            for (var end : ENDS) {
                if (busy(pattern, part.repeat(LETTERS / part.length()) + end)) {
                    return Optional.of("\"" + part + "\" again and again, then \"" + end + "\"");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean busy(Pattern pattern, String text) {
        try {
            var found = pattern.matcher(new Looked(text, new long[] {(long) LOOKS_PER_LETTER * text.length()}));
            while (found.find()) {}
            pattern.matcher(new Looked(text, new long[] {(long) LOOKS_PER_LETTER * text.length()}))
                    .matches();
            return false;
        } catch (TooOften | StackOverflowError endless) {
            return true;
        }
    }

    private static List<JavaField> patterns() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.giaoban").stream()
                        .map(JavaClass::getFields)
                        .flatMap(java.util.Set::stream)
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getRawType().isEquivalentTo(Pattern.class))
                        .toList();
    }

    private static Pattern pattern(JavaField field) throws ReflectiveOperationException {
        var reflected = field.reflect();
        reflected.setAccessible(true);
        @Nullable Object pattern = reflected.get(null);
        return (Pattern) java.util.Objects.requireNonNull(pattern);
    }
}
