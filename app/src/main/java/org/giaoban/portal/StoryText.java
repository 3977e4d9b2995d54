package org.giaoban.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.pictures.Pictures;
import org.giaoban.pictures.Upload;
import org.giaoban.platform.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Turns a story's lines into an article's text with bound figures and its picture. */
@Component
class StoryText {

    /** An indicator, a period, and the unit when it is not the one whose news it is. */
    private static final Pattern FIGURE =
            Pattern.compile("\\{([A-Z]{2}[0-9]{2,3})\\|([0-9A-Z.-]+)(?:\\|([0-9A-Z-]+))?}");

    private final BoundFigures figures;
    private final Pictures pictures;
    private final Organization organization;
    private final Neighbours neighbours;

    StoryText(BoundFigures figures, Pictures pictures, Organization organization, Neighbours neighbours) {
        this.figures = figures;
        this.pictures = pictures;
        this.organization = organization;
        this.neighbours = neighbours;
    }

    static String value(Map<?, ?> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name).toString();
    }

    Version.Story story(Story story, UnitId unit, Map<?, ?> facts) {
        var plain = new Version.Story(
                value(facts, "category"),
                value(facts, "title"),
                value(facts, "lead"),
                ArticleHtml.clean(body(unit, Instant.parse(value(facts, "at")), lines(facts))),
                new Version.Credit(value(facts, "byline"), value(facts, "source")),
                picture(story, unit, facts),
                "");
        return around(plain, facts);
    }

    /** The same text with the words of another language; figures, picture and labels stay. */
    Version.Story translated(Version.Story original, Article article, Map<?, ?> facts) {
        var said = new Version.Story(
                original.category(),
                value(facts, "title"),
                value(facts, "lead"),
                ArticleHtml.clean(body(article.unit(), article.createdAt(), lines(facts))),
                original.credit(),
                new Version.Picture(original.picture().media(), "", optional(facts, "alt")),
                "");
        var labels = original.labels();
        return said.with(
                original.credit().kind(),
                new Version.Labels("", labels.place(), labels.topic(), List.of(), labels.related()),
                original.event());
    }

    private Version.Story around(Version.Story story, Map<?, ?> facts) {
        var topic = optional(facts, "topic");
        var labels = new Version.Labels(
                optional(facts, "kicker"),
                optional(facts, "place"),
                topic.isEmpty() ? null : topic,
                list(facts, "tags"),
                neighbours.at(list(facts, "read-with").stream()
                        .map(VietnameseText::slug)
                        .toList()));
        var kind = optional(facts, "byline-kind");
        return story.with(
                kind.isEmpty() ? Version.Credit.By.PERSON : Version.Credit.By.valueOf(kind), labels, event(facts));
    }

    private static Version.Event event(Map<?, ?> facts) {
        var from = optional(facts, "event-from");
        var until = optional(facts, "event-until");
        return new Version.Event(
                from.isEmpty() ? null : Instant.parse(from),
                until.isEmpty() ? null : Instant.parse(until),
                optional(facts, "event-place"));
    }

    private static String optional(Map<?, ?> facts, String name) {
        return facts.get(name) == null ? "" : value(facts, name);
    }

    private static List<String> list(Map<?, ?> facts, String name) {
        return facts.get(name) instanceof List<?> words
                ? words.stream().map(Object::toString).toList()
                : List.of();
    }

    private Version.Picture picture(Story story, UnitId unit, Map<?, ?> facts) {
        if (facts.get("picture") == null) {
            return new Version.Picture(null, "", "");
        }
        @Nullable UUID media = stored(story, unit, value(facts, "picture"));
        return new Version.Picture(media, value(facts, "caption"), value(facts, "alt"));
    }

    private UUID stored(Story story, UnitId unit, String name) {
        return pictures.add(unit, new Upload(name, story.bytes("pictures/" + name)));
    }

    /** The pictures of the gallery, in their order. */
    List<GalleryPicture> gallery(Story story, UnitId unit, Map<?, ?> facts) {
        var pictures = new ArrayList<GalleryPicture>();
        for (var each : (List<?>) Objects.requireNonNullElse(facts.get("gallery"), List.of())) {
            var line = (Map<?, ?>) each;
            pictures.add(new GalleryPicture(
                    stored(story, unit, value(line, "picture")), value(line, "caption"), value(line, "alt")));
        }
        return pictures;
    }

    private static List<?> lines(Map<?, ?> facts) {
        return (List<?>) Objects.requireNonNull(facts.get("body"));
    }

    private String body(UnitId unit, Instant at, List<?> lines) {
        var html = new StringBuilder();
        var items = new ArrayList<String>();
        for (var each : lines) {
            var line = bound(unit, at, HtmlUtils.htmlEscape(each.toString(), "UTF-8"));
            if (line.isEmpty()) {
                continue;
            }
            if (line.get().startsWith("- ")) {
                items.add("<li>" + line.get().substring(2) + "</li>");
            } else {
                flush(items, html);
                html.append(block(line.get()));
            }
        }
        flush(items, html);
        return html.toString();
    }

    private static String block(String line) {
        return line.startsWith("## ") ? "<h2>" + line.substring(3) + "</h2>" : "<p>" + line + "</p>";
    }

    private static void flush(List<String> items, StringBuilder html) {
        if (!items.isEmpty()) {
            html.append("<ul>").append(String.join("", items)).append("</ul>");
            items.clear();
        }
    }

    /** Empty when one of the line's figures was not reported. */
    private Optional<String> bound(UnitId unit, Instant at, String line) {
        var values = new HashMap<String, String>();
        for (var found : FIGURE.matcher(line).results().toList()) {
            var whose = found.group(3) == null ? unit : organization.idOf(found.group(3));
            var figure = figures.ifReported(whose, found.group(1), Period.parse(found.group(2)), at);
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            var written = found.group();
            values.put(
                    written.substring(1, written.length() - 1),
                    ArticleHtml.bound(figure.get().id(), figure.get().text()));
        }
        return Optional.of(DraftWords.filled(line, values));
    }
}
