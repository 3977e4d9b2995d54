package org.giaoban.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;

/** One version of an article: what it says and how far it has come. A published version never changes. */
record Version(UUID id, ArticleId article, int number, State state, Story story, Hands hands) {

    /** How far a version has come. */
    enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        /** Let out, but not before its hour. */
        APPROVED,
        PUBLISHED,
        REPLACED,
        /** Visitors read it once and do so no more. */
        WITHDRAWN;

        boolean open() {
            return editable() || this == SUBMITTED || this == APPROVED;
        }

        boolean editable() {
            return this == DRAFT || this == RETURNED;
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
            String correction,
            Labels labels,
            Event event) {

        Story(
                String category,
                String title,
                String lead,
                String body,
                Credit credit,
                Picture picture,
                String correction) {
            this(category, title, lead, body, credit, picture, correction, Labels.NONE, Event.NONE);
        }

        Story withWords(ArticleWords words) {
            var told = new Picture(picture.media(), words.of("caption"), words.of("alt"));
            var around =
                    new Labels(words.of("kicker"), labels.place(), labels.topic(), labels.tags(), labels.related());
            return new Story(
                    category,
                    words.of("title"),
                    words.of("lead"),
                    words.body(),
                    credit,
                    told,
                    correction,
                    around,
                    event);
        }

        Story withCorrection(String note) {
            return new Story(category, title, lead, body, credit, picture, note, labels, event);
        }

        Story withBody(String other) {
            return new Story(category, title, lead, other, credit, picture, correction, labels, event);
        }

        Story by(Credit.By kind, String byline) {
            var by = new Credit(kind, byline, credit.source(), credit.firstOn());
            return new Story(category, title, lead, body, by, picture, correction, labels, event);
        }

        /** Published elsewhere on that day. */
        Story first(@Nullable LocalDate on) {
            var by = new Credit(credit.kind(), credit.byline(), credit.source(), on);
            return new Story(category, title, lead, body, by, picture, correction, labels, event);
        }

        Story with(Credit.By kind, Labels otherLabels, Event otherEvent) {
            var by = new Credit(kind, credit.byline(), credit.source(), credit.firstOn());
            return new Story(category, title, lead, body, by, picture, correction, otherLabels, otherEvent);
        }
    }

    /**
     * Who it is by, what they are to the house, and where it comes from.
     *
     * @param firstOn the day on which it was published elsewhere; null for what comes out here first
     */
    record Credit(
            By kind, String byline, String source, @Nullable LocalDate firstOn) {

        Credit(String byline, String source) {
            this(By.PERSON, byline, source, null);
        }

        /** From when on visitors are told it is public; without an hour, for nobody knows it. */
        @Nullable
        Instant first() {
            return firstOn == null ? null : firstOn.atStartOfDay(Zone.ID).toInstant();
        }

        /** What a by-line names. */
        enum By {
            PERSON,
            UNIT,
            COLLABORATOR;

            String key() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }

            String words() {
                return Texts.text("portal.byline." + key());
            }
        }

        /** As it stands under the article: a collaborator is called one. */
        String shown() {
            return kind == By.COLLABORATOR && !byline.isEmpty()
                    ? Texts.text("portal.byline.collaborator-of", byline)
                    : byline;
        }
    }

    /**
     * What it is filed under and what stands around its title.
     *
     * @param kicker a word or two above the title
     * @param place where it was written, before the lead
     * @param related articles chosen by hand
     */
    record Labels(String kicker, String place, @Nullable String topic, List<String> tags, List<UUID> related) {

        static final Labels NONE = new Labels("", "", null, List.of(), List.of());
    }

    /** When and where something takes place that readers may come to. */
    record Event(@Nullable Instant from, @Nullable Instant until, String place) {

        static final Event NONE = new Event(null, null, "");
    }

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
        if (!state.editable()) {
            throw new Refused("portal.article.not-editable");
        }
        return new Version(id, article, number, state, text, touched(by, now, hands.comment()));
    }

    Version submitted(Instant now) {
        if (!state.editable()) {
            throw new Refused("portal.article.not-editable");
        }
        complete();
        return new Version(id, article, number, State.SUBMITTED, story, touched(hands.editor(), now, ""));
    }

    Version returned(String why, Viewer by, Instant now) {
        if (state == State.APPROVED) {
            another(by);
        } else {
            judged(by);
        }
        if (why.isBlank()) {
            throw new Refused("portal.article.say-why");
        }
        return new Version(id, article, number, State.RETURNED, story, touched(hands.editor(), now, why.strip()));
    }

    /** Let out at once, or from its hour on. */
    Version approved(Viewer by, Instant now, @Nullable Instant due) {
        judged(by);
        complete();
        var later = due != null && due.isAfter(now);
        var signed = new Hands(
                hands.revision() + 1,
                hands.author(),
                hands.authorName(),
                hands.editor(),
                now,
                "",
                by.name(),
                later ? null : now);
        return new Version(id, article, number, later ? State.APPROVED : State.PUBLISHED, story, signed);
    }

    Version published(Viewer by, Instant now) {
        return approved(by, now, null);
    }

    /** Its hour has come. */
    Version out(Instant now) {
        if (state != State.APPROVED) {
            throw new Refused("portal.article.not-submitted");
        }
        var signed = new Hands(
                hands.revision() + 1,
                hands.author(),
                hands.authorName(),
                hands.editor(),
                hands.changedAt(),
                "",
                hands.approverName(),
                now);
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
        another(by);
    }

    private void another(Viewer by) {
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
