package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.VietnameseText;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** How articles and versions lie in their rows. */
final class VersionRows {

    static final SelectField<Article> AN_ARTICLE = row(
                    ARTICLE.ID.convertFrom(ArticleId::new),
                    ARTICLE.UNIT_ID,
                    ARTICLE.SLUG,
                    row(ARTICLE.LANGUAGE, ARTICLE.ORIGINAL_ID).mapping(VersionRows::speech),
                    ARTICLE.MEETING_ID,
                    ARTICLE.CREATED_AT,
                    ARTICLE.FIRST_PUBLISHED_AT,
                    ARTICLE.WITHDRAW_AT)
            .mapping(Article::new);

    private static final SelectField<Version.Credit> A_CREDIT = row(
                    VERSION.BYLINE_KIND.convertFrom(Version.Credit.By::valueOf),
                    VERSION.BYLINE,
                    VERSION.SOURCE,
                    VERSION.FIRST_ON)
            .mapping(Version.Credit::new);

    private static final SelectField<Version.Labels> LABELS = row(
                    VERSION.KICKER,
                    VERSION.PLACE,
                    VERSION.TOPIC,
                    VERSION.TAGS.convertFrom(List::of),
                    VERSION.RELATED.convertFrom(List::of))
            .mapping(Version.Labels::new);

    static final SelectField<Version.Story> A_STORY = row(
                    VERSION.CATEGORY,
                    VERSION.TITLE,
                    VERSION.LEAD,
                    VERSION.BODY,
                    A_CREDIT,
                    row(VERSION.MEDIA_ID, VERSION.CAPTION, VERSION.ALT).mapping(Version.Picture::new),
                    VERSION.CORRECTION,
                    LABELS,
                    row(VERSION.EVENT_FROM, VERSION.EVENT_UNTIL, VERSION.EVENT_PLACE)
                            .mapping(Version.Event::new))
            .mapping(Version.Story::new);

    static final SelectField<Version> A_VERSION = row(
                    VERSION.ID,
                    VERSION.ARTICLE_ID.convertFrom(ArticleId::new),
                    VERSION.NUMBER,
                    VERSION.STATE.convertFrom(Version.State::valueOf),
                    A_STORY,
                    row(
                                    VERSION.REVISION,
                                    VERSION.AUTHOR_ACCOUNT_ID,
                                    VERSION.AUTHOR_NAME,
                                    VERSION.EDITOR_ACCOUNT_ID,
                                    VERSION.CHANGED_AT,
                                    VERSION.COMMENT,
                                    VERSION.APPROVER_NAME,
                                    VERSION.PUBLISHED_AT)
                            .mapping(Version.Hands::new))
            .mapping(Version::new);

    private VersionRows() {}

    private static Article.Speech speech(String language, @Nullable UUID original) {
        return new Article.Speech(language, original == null ? null : new ArticleId(original));
    }

    static @Nullable UUID value(@Nullable ArticleId id) {
        return id == null ? null : id.value();
    }

    static Map<Field<?>, Object> values(Version.Story story) {
        var values = new HashMap<Field<?>, Object>();
        values.put(VERSION.CATEGORY, story.category());
        values.put(VERSION.TITLE, story.title());
        values.put(VERSION.LEAD, story.lead());
        values.put(VERSION.BODY, story.body());
        values.put(VERSION.FOLD, fold(story));
        values.put(VERSION.BYLINE_KIND, story.credit().kind().name());
        values.put(VERSION.BYLINE, story.credit().byline());
        values.put(VERSION.SOURCE, story.credit().source());
        values.put(VERSION.FIRST_ON, story.credit().firstOn());
        values.put(VERSION.MEDIA_ID, story.picture().media());
        values.put(VERSION.CAPTION, story.picture().caption());
        values.put(VERSION.ALT, story.picture().alt());
        values.put(VERSION.CORRECTION, story.correction());
        values.putAll(around(story.labels(), story.event()));
        return values;
    }

    private static Map<Field<?>, Object> around(Version.Labels labels, Version.Event event) {
        var values = new HashMap<Field<?>, Object>();
        values.put(VERSION.KICKER, labels.kicker());
        values.put(VERSION.PLACE, labels.place());
        values.put(VERSION.TOPIC, labels.topic());
        values.put(VERSION.TAGS, labels.tags().toArray(String[]::new));
        values.put(VERSION.RELATED, labels.related().toArray(UUID[]::new));
        values.put(VERSION.EVENT_FROM, event.from());
        values.put(VERSION.EVENT_UNTIL, event.until());
        values.put(VERSION.EVENT_PLACE, event.place());
        return values;
    }

    private static String fold(Version.Story story) {
        return VietnameseText.fold(story.title() + "\n" + story.lead() + "\n"
                + String.join(", ", story.labels().tags()) + "\n" + ArticleHtml.plain(story.body()));
    }
}
