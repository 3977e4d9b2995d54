package org.giaoban.reporting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Qualifier;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What may stand beside a figure: how exact it is, or why there is none. Its words in both languages are understood everywhere. */
enum Mark {
    EXACT(Qualifier.EXACT, null),
    OVER(Qualifier.OVER, null),
    NEARLY(Qualifier.NEARLY, null),
    ABOUT(Qualifier.ABOUT, null),
    NONE(null, Absence.NONE),
    NOT_REPORTED(null, Absence.NOT_REPORTED),
    NOT_APPLICABLE(null, Absence.NOT_APPLICABLE);

    private static final Map<String, Mark> BY_WORD = words();

    private final @Nullable Qualifier qualifier;
    private final @Nullable Absence absence;

    Mark(@Nullable Qualifier qualifier, @Nullable Absence absence) {
        this.qualifier = qualifier;
        this.absence = absence;
    }

    private static Map<String, Mark> words() {
        var words = new HashMap<String, Mark>();
        for (var mark : values()) {
            for (var locale : new Locale[] {Locale.ENGLISH, Texts.VIETNAMESE}) {
                Stream.concat(
                                Stream.of(Texts.text(locale, "reporting.mark." + mark)),
                                Arrays.stream(Texts.text(locale, "reporting.mark." + mark + ".also")
                                        .split(";")))
                        .forEach(word -> words.put(VietnameseText.fold(word).strip(), mark));
            }
        }
        words.remove("");
        return Map.copyOf(words);
    }

    /** The word offered to people. */
    String word() {
        return Texts.text("reporting.mark." + this);
    }

    @Nullable
    Qualifier qualifier() {
        return qualifier;
    }

    @Nullable
    Absence absence() {
        return absence;
    }

    static Optional<Mark> read(String written) {
        return Optional.ofNullable(BY_WORD.get(VietnameseText.fold(written).strip()));
    }

    static Mark of(Qualifier qualifier) {
        return Stream.of(values())
                .filter(mark -> mark.qualifier == qualifier)
                .findFirst()
                .orElseThrow();
    }

    static Mark of(Absence absence) {
        return Stream.of(values())
                .filter(mark -> mark.absence == absence)
                .findFirst()
                .orElseThrow();
    }

    /** "trên 7.300" carries its mark with it: the mark, and the number after it. */
    static Optional<Leading> leading(String written) {
        String text = written.strip();
        for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
            var mark = read(text.substring(0, space));
            if (mark.isPresent() && mark.get().qualifier != null) {
                return Optional.of(
                        new Leading(mark.get(), text.substring(space + 1).strip()));
            }
        }
        return Optional.empty();
    }

    /** A mark written before its number. */
    record Leading(Mark mark, String rest) {}
}
