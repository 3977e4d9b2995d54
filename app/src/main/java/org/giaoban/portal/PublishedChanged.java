package org.giaoban.portal;

/** Visitors see something else than before: an article came, changed or went; told inside the transaction that did it. */
public record PublishedChanged(ArticleId article, Kind kind) {

    /** What happened to it. */
    public enum Kind {
        PUBLISHED,
        CORRECTED,
        UNPUBLISHED
    }
}
