package org.giaoban.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What an editor typed. */
public record ArticleForm(
        @Nullable String category,
        @Nullable String title,
        @Nullable String lead,
        @Nullable String body,
        @Nullable String byline,
        @Nullable String source,
        @Nullable UUID media,
        @Nullable String caption,
        @Nullable String alt,
        @Nullable String correction,
        @Nullable Boolean withoutPicture) {

    private record Limit(String field, int most) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit("title", 200),
            new Limit("lead", 1000),
            new Limit("body", 200_000),
            new Limit("byline", 120),
            new Limit("source", 200),
            new Limit("caption", 300),
            new Limit("alt", 300),
            new Limit("correction", 300));

    static ArticleForm of(Version.Story story) {
        return new ArticleForm(
                story.category(),
                story.title(),
                story.lead(),
                ArticleHtml.clean(story.body()),
                story.credit().byline(),
                story.credit().source(),
                story.picture().media(),
                story.picture().caption(),
                story.picture().alt(),
                story.correction(),
                null);
    }

    /** What stands in a field, empty when nothing was sent. */
    public String text(String field) {
        var typed = switch (field) {
            case "category" -> category;
            case "title" -> title;
            case "lead" -> lead;
            case "body" -> body;
            case "byline" -> byline;
            case "source" -> source;
            case "caption" -> caption;
            case "alt" -> alt;
            case "correction" -> correction;
            default -> null;
        };
        return VietnameseText.nfc(Objects.requireNonNullElse(typed, "").strip());
    }

    Map<String, String> errors(List<Category> categories) {
        var errors = new LinkedHashMap<String, String>();
        if (categories.stream().noneMatch(each -> each.code().equals(text("category")))) {
            errors.put("category", Texts.text("portal.form.category-missing"));
        }
        if (text("title").isEmpty()) {
            errors.put("title", Texts.text("portal.form.title-missing"));
        }
        for (var limit : LIMITS) {
            if (text(limit.field()).length() > limit.most()) {
                errors.put(limit.field(), Texts.text("portal.form.too-long", limit.most()));
            }
        }
        return errors;
    }

    /** The text as it is kept: cleaned, and with the picture that was there or has just come. */
    Version.Story story(@Nullable UUID picture) {
        var shown = Boolean.TRUE.equals(withoutPicture) ? null : picture;
        return new Version.Story(
                text("category"),
                text("title"),
                text("lead"),
                ArticleHtml.clean(text("body")),
                new Version.Credit(text("byline"), text("source")),
                new Version.Picture(shown, text("caption"), text("alt")),
                text("correction"));
    }
}
