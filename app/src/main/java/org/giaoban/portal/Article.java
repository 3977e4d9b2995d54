package org.giaoban.portal;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** An article: whose it is, its lasting address and language, the meeting it reports, when it came and when it goes. */
record Article(
        ArticleId id,
        UnitId unit,
        String slug,
        Speech speech,
        @Nullable UUID meeting,
        Instant createdAt,
        @Nullable Instant firstPublishedAt,
        @Nullable Instant withdrawAt) {

    static final String VIETNAMESE = "vi";
    static final String ENGLISH = "en";

    /**
     * In which language it speaks.
     *
     * @param original the Vietnamese article that it says again; null for one that stands for itself
     */
    record Speech(String language, @Nullable ArticleId original) {

        static final Speech OWN = new Speech(VIETNAMESE, null);

        Locale locale() {
            return language.equals(ENGLISH) ? Locale.ENGLISH : Texts.VIETNAMESE;
        }
    }

    static Article of(UnitId unit, String slug, @Nullable UUID meeting, Instant now) {
        return new Article(ArticleId.next(), unit, slug, Speech.OWN, meeting, now, null, null);
    }

    /** The same in English, at an address of its own. */
    Article inEnglish(String otherSlug, Instant now) {
        return new Article(ArticleId.next(), unit, otherSlug, new Speech(ENGLISH, id), null, now, null, null);
    }
}
