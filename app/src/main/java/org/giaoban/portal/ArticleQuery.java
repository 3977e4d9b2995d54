package org.giaoban.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.search.SearchWords;
import org.jspecify.annotations.Nullable;

/** What a visitor looks for: words as typed, and where and when if they say so. */
record ArticleQuery(
        String typed,
        @Nullable String category,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        int page) {

    static final int PAGE = 20;
    private static final int LONGEST = 200;
    private static final int LAST_PAGE = 15;

    static ArticleQuery of(String typed) {
        return of(typed, "", "", "", "1");
    }

    /** What makes no sense is taken as not said. */
    static ArticleQuery of(String typed, String category, String from, String until, String page) {
        var cut = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return new ArticleQuery(
                VietnameseText.nfc(cut.strip()),
                category.matches("[a-z][a-z0-9-]{1,39}") ? category : null,
                day(from),
                day(until),
                page.matches("[1-9][0-9]?") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 1);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    /** Nothing to look for: fewer than two letters. */
    boolean empty() {
        return VietnameseText.fold(typed).length() < 2
                || SearchWords.of(typed).words().isEmpty();
    }

    /** The first words, without tones; the rest would only find less. */
    String folded() {
        return String.join(" ", SearchWords.of(typed).words());
    }

    /** Whether no further page is offered: whoever has not found it by then asks otherwise. */
    boolean last() {
        return page >= LAST_PAGE;
    }

    ArticleQuery next() {
        return new ArticleQuery(typed, category, from, until, page + 1);
    }
}
