package org.giaoban.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** What stands around the words of a public article: kicker, topic, tags, when it takes place, its other language. */
@Component
class ArticleExtras {

    private final Neighbours neighbours;

    ArticleExtras(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * Ready to print.
     *
     * @param language what the article is written in, for those who have it read to them
     */
    public record Extras(
            String language,
            String kicker,
            String place,
            @Nullable Thread topic,
            List<Thread> tags,
            @Nullable Happening event,
            List<Teaser> chosen,
            @Nullable Translation translation) {}

    /** A word that leads to everything filed under it. */
    public record Thread(String name, String href) {}

    public record Happening(String from, String machineFrom, String until, String machineUntil, String place) {}

    public record Translation(String language, String href) {

        /** Said in the language it leads to. */
        public String words() {
            return Texts.text(
                    language.equals(Article.ENGLISH) ? Locale.ENGLISH : Texts.VIETNAMESE,
                    "portal.article.this-language");
        }
    }

    Extras of(PublicRepository.Shown shown) {
        var language = shown.language();
        var labels = shown.story().labels();
        var topic =
                labels.topic() == null ? null : neighbours.topic(labels.topic()).orElse(null);
        var other = language.equals(Article.ENGLISH) ? Article.VIETNAMESE : Article.ENGLISH;
        return new Extras(
                language,
                labels.kicker(),
                labels.place(),
                topic == null ? null : new Thread(topic.name(), topic.href()),
                labels.tags().stream().map(ArticleExtras::tag).toList(),
                happening(shown.story().event()),
                neighbours.chosen(labels.related()),
                neighbours
                        .otherLanguage(shown.id())
                        .map(each -> new Translation(other, each.href()))
                        .orElse(null));
    }

    static Thread tag(String tag) {
        return new Thread(tag, "/the/" + UriUtils.encodePathSegment(tag, StandardCharsets.UTF_8));
    }

    static @Nullable Happening happening(Version.Event event) {
        if (event.from() == null) {
            return null;
        }
        var until = event.until();
        return new Happening(
                Formats.published(event.from()),
                event.from().toString(),
                until == null ? "" : Formats.published(until),
                until == null ? "" : until.toString(),
                event.place());
    }
}
