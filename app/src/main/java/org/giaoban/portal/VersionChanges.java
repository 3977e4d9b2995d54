package org.giaoban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.giaoban.kernel.TextDifference;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of an article from one version to another, in words that a reader can follow. */
@Component
@Transactional(readOnly = true)
class VersionChanges {

    private final Articles articles;

    VersionChanges(Articles articles) {
        this.articles = articles;
    }

    /** A part of the article whose words changed. */
    public record Part(String name, List<TextDifference.Piece> pieces) {}

    /** Both versions and the parts that differ. */
    record Changes(String title, int from, int to, List<Integer> numbers, List<Part> parts) {}

    private record Field(String key, Function<Version.Story, String> words) {}

    private static final List<Field> FIELDS = List.of(
            new Field("kicker", story -> story.labels().kicker()),
            new Field("title", Version.Story::title),
            new Field("place", story -> story.labels().place()),
            new Field("lead", Version.Story::lead),
            new Field("body", story -> ArticleHtml.lines(story.body())),
            new Field("caption", story -> story.picture().caption()),
            new Field("alt", story -> story.picture().alt()),
            new Field("byline", story -> story.credit().byline()),
            new Field("source", story -> story.credit().source()),
            new Field("tags", story -> String.join(", ", story.labels().tags())),
            new Field("correction", Version.Story::correction));

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
                parts(before.story(), after.story()));
    }

    static List<Part> parts(Version.Story before, Version.Story after) {
        var parts = new ArrayList<Part>();
        for (var field : FIELDS) {
            var old = field.words().apply(before);
            var now = field.words().apply(after);
            if (!old.equals(now)) {
                parts.add(new Part(Texts.text("portal.edit." + field.key()), TextDifference.words(old, now)));
            }
        }
        return parts;
    }
}
