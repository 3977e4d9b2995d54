package org.giaoban.proofreading;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.giaoban.platform.Texts;

/** A text to be read, the day of which it speaks, and the language it is written in. */
public record Manuscript(LocalDate day, Locale language, List<Passage> passages) {

    public Manuscript {
        passages = List.copyOf(passages);
    }

    /** One in Vietnamese. */
    public Manuscript(LocalDate day, List<Passage> passages) {
        this(day, Texts.VIETNAMESE, passages);
    }

    boolean english() {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
