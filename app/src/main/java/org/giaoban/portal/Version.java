package org.giaoban.portal;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** One version of an article: what it says and how far it has come. A published version never changes. */
record Version(UUID id, ArticleId article, int number, State state, Story story, Hands hands) {

    /** How far a version has come. */
    enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        PUBLISHED,
        REPLACED;

        boolean open() {
            return this == DRAFT || this == SUBMITTED || this == RETURNED;
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What it says. */
    record Story(
            String category,
            String title,
            String lead,
            String body,
            Credit credit,
            Picture picture,
            String correction) {

        Story withBody(String other) {
            return new Story(category, title, lead, other, credit, picture, correction);
        }
    }

    /** Who it is by and where it comes from. */
    record Credit(String byline, String source) {}

    /** The picture, what stands under it, and what is said to those who cannot see it. */
    record Picture(@Nullable UUID media, String caption, String alt) {

        boolean told() {
            return media == null || !alt.isBlank();
        }
    }

    /** Whose hands it went through. */
    record Hands(
            int revision,
            AccountId author,
            String authorName,
            AccountId editor,
            Instant changedAt,
            String comment,
            @Nullable String approverName,
            @Nullable Instant publishedAt) {}

    Version written(Story text, AccountId by, Instant now) {
        if (state != State.DRAFT && state != State.RETURNED) {
            throw new Refused("portal.article.not-editable");
        }
        return new Version(id, article, number, state, text, touched(by, now, hands.comment()));
    }

    Version submitted(Instant now) {
        if (state != State.DRAFT && state != State.RETURNED) {
            throw new Refused("portal.article.not-editable");
        }
        complete();
        return new Version(id, article, number, State.SUBMITTED, story, touched(hands.editor(), now, ""));
    }

    Version returned(String why, Viewer by, Instant now) {
        judged(by);
        if (why.isBlank()) {
            throw new Refused("portal.article.say-why");
        }
        return new Version(id, article, number, State.RETURNED, story, touched(hands.editor(), now, why.strip()));
    }

    Version published(Viewer by, Instant now) {
        judged(by);
        complete();
        var signed = new Hands(
                hands.revision() + 1, hands.author(), hands.authorName(), hands.editor(), now, "", by.name(), now);
        return new Version(id, article, number, State.PUBLISHED, story, signed);
    }

    /** Whoever wrote or changed it may not decide about it. */
    boolean mayBeJudgedBy(Viewer viewer) {
        return !viewer.account().equals(hands.author()) && !viewer.account().equals(hands.editor());
    }

    private void judged(Viewer by) {
        if (state != State.SUBMITTED) {
            throw new Refused("portal.article.not-submitted");
        }
        if (!mayBeJudgedBy(by)) {
            throw new Refused("portal.article.second-person");
        }
    }

    private void complete() {
        if (story.title().isBlank() || ArticleHtml.plain(story.body()).isBlank()) {
            throw new Refused("portal.article.empty");
        }
        if (!story.picture().told()) {
            throw new Refused("portal.article.alt-missing");
        }
    }

    private Hands touched(AccountId by, Instant now, String comment) {
        return new Hands(hands.revision() + 1, hands.author(), hands.authorName(), by, now, comment, null, null);
    }
}
