package org.giaoban.portal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes texts that were written elsewhere in as drafts; rooms above bring them. */
@Service
@Transactional
public class ReceivedDrafts {

    private final Articles articles;
    private final ArticleBeginnings beginnings;
    private final PortalSettings settings;
    private final GalleryRepository galleries;

    ReceivedDrafts(
            Articles articles, ArticleBeginnings beginnings, PortalSettings settings, GalleryRepository galleries) {
        this.articles = articles;
        this.beginnings = beginnings;
        this.settings = settings;
        this.galleries = galleries;
    }

    /** What somebody wrote elsewhere; empty where it is not known. */
    public record Text(
            String category,
            String title,
            String place,
            String lead,
            String body,
            By by,
            String byline,
            String source,
            String caption,
            @Nullable LocalDate firstOn,
            List<Shot> shots) {}

    /** A picture that was taken in with it; the first one stands at its head. */
    public record Shot(UUID media, String caption, String alt) {}

    /** What the by-line names. */
    public enum By {
        PERSON,
        UNIT,
        COLLABORATOR
    }

    public ArticleId start(UnitId unit, Text text) {
        var story = new Version.Story(
                text.category(),
                cut(text.title(), 200),
                cut(text.lead(), 1000),
                RichText.clean(text.body()),
                new Version.Credit(cut(text.byline(), 120), cut(text.source(), 200)),
                head(text),
                "");
        var labels = new Version.Labels("", cut(text.place(), 60), null, List.of(), List.of());
        var kind = Version.Credit.By.valueOf(text.by().name());
        var id = articles.start(unit, story.first(text.firstOn()).with(kind, labels, Version.Event.NONE));
        galleries.replace(articles.newest(id).id(), gallery(text));
        return id;
    }

    private static Version.Picture head(Text text) {
        if (text.shots().isEmpty()) {
            return new Version.Picture(null, cut(text.caption(), 300), "");
        }
        var first = text.shots().getFirst();
        var caption = first.caption().isEmpty() ? text.caption() : first.caption();
        return new Version.Picture(first.media(), cut(caption, 300), cut(first.alt(), 300));
    }

    private static List<GalleryPicture> gallery(Text text) {
        return text.shots().stream()
                .skip(1)
                .limit(Galleries.MOST)
                .map(each -> new GalleryPicture(each.media(), cut(each.caption(), 300), cut(each.alt(), 300)))
                .toList();
    }

    /** The units the viewer writes for, the top of the tree first. */
    @Transactional(readOnly = true)
    public Map<String, String> units() {
        return beginnings.units();
    }

    /** The headings a text may stand under, in the order of the bar. */
    @Transactional(readOnly = true)
    public Map<String, String> categories() {
        var categories = new LinkedHashMap<String, String>();
        settings.categories().forEach(each -> categories.put(each.code(), each.name()));
        return categories;
    }

    /** Longer texts end at a word. */
    private static String cut(String text, int most) {
        var whole = VietnameseText.nfc(text.strip());
        if (whole.length() <= most) {
            return whole;
        }
        var end = whole.lastIndexOf(' ', most - 1);
        return whole.substring(0, end > most / 2 ? end : most - 1).strip() + "…";
    }
}
