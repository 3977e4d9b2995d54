package org.giaoban.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.ForEveryone;
import org.giaoban.portal.PublicFrame.Around;
import org.giaoban.search.SearchWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Visitors' search: words with or without tones, by category and date, the best first, with what was looked for marked. */
@Controller
class ArticleSearchController {

    private static final int OTHERS = 6;

    private final PublicSite site;
    private final PublicFrame frame;
    private final PortalSettings settings;
    private final ObjectProvider<PublicFinds> rooms;

    ArticleSearchController(
            PublicSite site, PublicFrame frame, PortalSettings settings, ObjectProvider<PublicFinds> rooms) {
        this.site = site;
        this.frame = frame;
        this.settings = settings;
        this.rooms = rooms;
    }

    public record SearchPage(
            Around around,
            Asked asked,
            Map<String, String> categories,
            List<Hit> hits,
            List<Hit> others,
            @Nullable String next) {}

    /** What the form shows again. */
    public record Asked(String words, String category, String from, String until, boolean some) {}

    public record Hit(String href, Marked title, Marked text, String on, String category) {}

    @GetMapping(value = "/tin", params = "q")
    @ForEveryone
    ModelAndView search(
            @RequestParam String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "1") String page) {
        var query = ArticleQuery.of(q, category, from, until, page);
        var found = query.empty() ? List.<ShelfRepository.Found>of() : site.search(query, ArticleQuery.PAGE + 1);
        var names = names();
        var words = SearchWords.of(query.typed());
        var hits = found.stream()
                .limit(ArticleQuery.PAGE)
                .map(each -> hit(each, words, names))
                .toList();
        var next = found.size() > ArticleQuery.PAGE && !query.last() ? href(query.next()) : null;
        var model = new SearchPage(frame.around(null), asked(query), names, hits, others(query, words), next);
        return new ModelAndView("portal/search", "page", model);
    }

    /** Documents, pages, figures and plans stand before the news, as long as no heading and no days are asked for. */
    private List<Hit> others(ArticleQuery query, SearchWords words) {
        var plain = query.category() == null && query.from() == null && query.until() == null && query.page() == 1;
        if (query.empty() || !plain) {
            return List.of();
        }
        return rooms.stream()
                .flatMap(room -> room.find(words, OTHERS).stream())
                .limit(OTHERS)
                .map(each -> new Hit(
                        each.href(),
                        Marked.of(each.title(), words),
                        Marked.excerpt("", each::text, words),
                        each.about(),
                        ""))
                .toList();
    }

    private static Hit hit(ShelfRepository.Found found, SearchWords words, Map<String, String> names) {
        var teaser = found.teaser();
        return new Hit(
                teaser.href(),
                Marked.of(teaser.title(), words),
                Marked.excerpt(teaser.lead(), () -> ArticleHtml.plain(found.body()), words),
                teaser.on(),
                names.getOrDefault(teaser.category(), ""));
    }

    private static Asked asked(ArticleQuery query) {
        return new Asked(
                query.typed(),
                query.category() == null ? "" : query.category(),
                query.from() == null ? "" : query.from().toString(),
                query.until() == null ? "" : query.until().toString(),
                !query.empty());
    }

    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        settings.categories().forEach(category -> names.put(category.code(), category.name()));
        return names;
    }

    private static String href(ArticleQuery query) {
        var asked = asked(query);
        var address = UriComponentsBuilder.fromPath("/tin").queryParam("q", "{q}");
        for (var part : Map.of("category", asked.category(), "from", asked.from(), "until", asked.until())
                .entrySet()) {
            if (!part.getValue().isEmpty()) {
                address.queryParam(part.getKey(), part.getValue());
            }
        }
        return address.queryParam("page", query.page())
                .encode()
                .build(asked.words())
                .toString();
    }
}
