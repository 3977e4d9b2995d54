package org.giaoban.pageimport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was read from a page, how sure each part is, and what a person should look at. */
record ReadPage(
        PageText.Writing writing,
        Optional<Found<String>> title,
        String proposedTitle,
        Optional<Found<LocalDate>> date,
        Optional<Found<String>> place,
        Optional<Found<String>> lead,
        List<Part> body,
        List<String> captions,
        List<Shot> shots,
        Optional<Found<String>> byline,
        Optional<Found<String>> source,
        List<Doubt> doubts) {

    /** A piece of the body. */
    record Part(Kind kind, String text) {

        /** What it is. */
        enum Kind {
            PARAGRAPH,
            HEADING,
            ITEM,
            TABLE
        }
    }

    /** What the reading was unsure of. */
    enum Doubt {
        NO_TEXT,
        NO_TITLE,
        TITLE_GUESSED,
        NO_DATE,
        DATE_FROM_TEXT,
        DATES_DIFFER,
        DATE_IN_FUTURE,
        NO_PLACE,
        PLACE_GUESSED,
        NO_LEAD,
        NO_BYLINE,
        SOURCE_EMPTY,
        LETTERS_CONVERTED,
        LETTERS_DAMAGED,
        LOOSE_LINES,
        TABLES,
        CUT
    }
}
