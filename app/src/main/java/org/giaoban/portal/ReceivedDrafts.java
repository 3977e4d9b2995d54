package org.giaoban.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes texts that were written elsewhere in as drafts; rooms above bring them. */
@Service
@Transactional
public class ReceivedDrafts {

    private final Articles articles;
    private final ArticleBeginnings beginnings;
    private final PortalSettings settings;

    ReceivedDrafts(Articles articles, ArticleBeginnings beginnings, PortalSettings settings) {
        this.articles = articles;
        this.beginnings = beginnings;
        this.settings = settings;
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
            String caption) {}

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
                new Version.Picture(null, cut(text.caption(), 300), ""),
                "");
        var labels = new Version.Labels("", cut(text.place(), 60), null, List.of(), List.of());
        var kind = Version.Credit.By.valueOf(text.by().name());
        return articles.start(unit, story.with(kind, labels, Version.Event.NONE));
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
