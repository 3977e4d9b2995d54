package org.giaoban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.giaoban.kernel.TextDifference;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of an article from one version to another, in words that a reader can follow, and in its pictures. */
@Component
@Transactional(readOnly = true)
class VersionChanges {

    private final Articles articles;
    private final PortalSettings settings;
    private final Neighbours neighbours;
    private final GalleryRepository galleries;

    VersionChanges(Articles articles, PortalSettings settings, Neighbours neighbours, GalleryRepository galleries) {
        this.articles = articles;
        this.settings = settings;
        this.neighbours = neighbours;
        this.galleries = galleries;
    }

    /** A part of the article whose words changed. */
    public record Part(String name, List<TextDifference.Piece> pieces) {}

    /** Pictures that were put in the place of others, small. */
    public record Pictures(String name, List<Shot> before, List<Shot> after) {}

    /** A small picture with what is said of it. */
    public record Shot(String src, String alt, String caption) {}

    /** Both versions and the parts that differ. */
    record Changes(String title, int from, int to, List<Integer> numbers, List<Part> parts, List<Pictures> pictures) {}

    private record Field(String key, BiFunction<VersionChanges, Version.Story, String> words) {}

    private static final List<Field> FIELDS = List.of(
            new Field("portal.edit.category", (names, story) -> names.category(story)),
            new Field("portal.edit.topic", (names, story) -> names.topic(story)),
            new Field("portal.edit.kicker", (names, story) -> story.labels().kicker()),
            new Field("portal.edit.title", (names, story) -> story.title()),
            new Field("portal.edit.place", (names, story) -> story.labels().place()),
            new Field("portal.edit.lead", (names, story) -> story.lead()),
            new Field("portal.edit.body", (names, story) -> ArticleHtml.lines(story.body())),
            new Field("portal.edit.caption", (names, story) -> story.picture().caption()),
            new Field("portal.edit.alt", (names, story) -> story.picture().alt()),
            new Field(
                    "portal.edit.byline-kind",
                    (names, story) -> story.credit().kind().words()),
            new Field("portal.edit.byline", (names, story) -> story.credit().byline()),
            new Field("portal.edit.source", (names, story) -> story.credit().source()),
            new Field(
                    "portal.edit.first-on",
                    (names, story) -> Formats.date(story.credit().firstOn())),
            new Field(
                    "portal.edit.tags",
                    (names, story) -> String.join(", ", story.labels().tags())),
            new Field("portal.edit.related", (names, story) -> names.related(story)),
            new Field(
                    "portal.event.from",
                    (names, story) -> Formats.dateTime(story.event().from())),
            new Field(
                    "portal.event.until",
                    (names, story) -> Formats.dateTime(story.event().until())),
            new Field("portal.event.place", (names, story) -> story.event().place()),
            new Field("portal.edit.correction", (names, story) -> story.correction()));

    /** Without numbers: the last two. */
    public Changes of(ArticleId id, int from, int to) {
        var versions = articles.versions(id);
        var after = versions.stream()
                .filter(each -> each.number() == to)
                .findFirst()
                .orElse(versions.getFirst());
        var before = versions.stream()
                .filter(each -> from == 0 ? each.number() < after.number() : each.number() == from)
                .findFirst()
                .orElse(after);
        return new Changes(
                versions.getFirst().story().title(),
                before.number(),
                after.number(),
                versions.stream().map(Version::number).toList(),
                parts(before.story(), after.story()),
                pictures(before, after));
    }

    List<Part> parts(Version.Story before, Version.Story after) {
        var parts = new ArrayList<Part>();
        for (var field : FIELDS) {
            var old = field.words().apply(this, before);
            var now = field.words().apply(this, after);
            if (!old.equals(now)) {
                parts.add(new Part(Texts.text(field.key()), TextDifference.words(old, now)));
            }
        }
        return parts;
    }

    private String category(Version.Story story) {
        return settings.category(story.category()).map(Category::name).orElse(story.category());
    }

    private String topic(Version.Story story) {
        var code = story.labels().topic();
        return code == null ? "" : neighbours.topic(code).map(Topic::name).orElse(code);
    }

    private String related(Version.Story story) {
        return String.join("\n", neighbours.addresses(story.labels().related()));
    }

    /** The words under the first picture are a part of their own; a gallery changes with its order and its words too. */
    private List<Pictures> pictures(Version before, Version after) {
        var changed = new ArrayList<Pictures>();
        var old = before.story().picture();
        var now = after.story().picture();
        if (!Objects.equals(old.media(), now.media())) {
            changed.add(new Pictures(Texts.text("portal.edit.picture"), head(old), head(now)));
        }
        var gallery = galleries.of(before.id());
        var later = galleries.of(after.id());
        if (!gallery.equals(later)) {
            changed.add(new Pictures(Texts.text("portal.gallery.card"), shots(gallery), shots(later)));
        }
        return changed;
    }

    private static List<Shot> head(Version.Picture picture) {
        return Stream.ofNullable(picture.media())
                .map(media -> shot(media, picture.alt(), picture.caption()))
                .toList();
    }

    private static List<Shot> shots(List<GalleryPicture> gallery) {
        return gallery.stream()
                .map(each -> shot(each.media(), each.alt(), each.caption()))
                .toList();
    }

    private static Shot shot(UUID media, String alt, String caption) {
        return new Shot("/anh/" + media + "/nho", alt, caption);
    }
}
