package org.giaoban.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.SettingStore;
import org.giaoban.platform.SiteAddress;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.giaoban.portal.PublicArticleController.ArticleView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What an article says about itself to machines, in the words of schema.org. */
@Component
class StructuredData {

    private final SiteAddress address;
    private final SettingStore names;
    private final JsonMapper json;

    StructuredData(SiteAddress address, SettingStore names, JsonMapper json) {
        this.address = address;
        this.names = names;
        this.json = json;
    }

    /**
     * What stands in the head of an article's page.
     *
     * @param json for a script element
     * @param image the picture's whole address; null when there is none
     */
    public record Head(String json, @Nullable String image, String site, String changed) {}

    Head head(ArticleView article, PublicRepository.Shown shown) {
        return new Head(
                of(article, shown), picture(shown), publisher(), shown.last().toString());
    }

    /** Where a page stands for good, whatever name a request came under. */
    String address(String path) {
        return address.of(path);
    }

    /** As text that may stand inside a script element: nothing in it can end the element. */
    private String of(ArticleView article, PublicRepository.Shown shown) {
        var told = new ArrayList<>(List.of(news(article, shown), trail(article)));
        if (shown.story().event().from() != null) {
            told.add(event(article, shown, shown.story().event().from()));
        }
        return json.writeValueAsString(told).replace("<", "\\u003c");
    }

    private Map<String, Object> news(ArticleView article, PublicRepository.Shown shown) {
        var news = new LinkedHashMap<String, Object>();
        news.put("@context", "https://schema.org");
        news.put("@type", "NewsArticle");
        news.put("mainEntityOfPage", article.credits().address());
        news.put("headline", article.title());
        if (!article.lead().isEmpty()) {
            news.put("description", article.lead());
        }
        news.put("datePublished", shown.first().toString());
        news.put("dateModified", shown.last().toString());
        news.put("articleSection", article.category());
        news.put("inLanguage", shown.language());
        var credit = shown.story().credit();
        if (!credit.byline().isEmpty()) {
            news.put("author", Map.of("@type", author(credit.kind()), "name", credit.byline()));
        }
        news.put("publisher", Map.of("@type", "GovernmentOrganization", "name", publisher(), "url", address.of("/")));
        var picture = picture(shown);
        if (picture != null) {
            news.put("image", List.of(picture));
        }
        return news;
    }

    private static String author(Version.Credit.By kind) {
        return switch (kind) {
            case PERSON, COLLABORATOR -> "Person";
            case UNIT -> "Organization";
        };
    }

    private Map<String, Object> event(ArticleView article, PublicRepository.Shown shown, Instant from) {
        var event = new LinkedHashMap<String, Object>();
        event.put("@context", "https://schema.org");
        event.put("@type", "Event");
        event.put("name", article.title());
        if (!article.lead().isEmpty()) {
            event.put("description", article.lead());
        }
        event.put("startDate", moment(from));
        var said = shown.story().event();
        if (said.until() != null) {
            event.put("endDate", moment(said.until()));
        }
        if (!said.place().isEmpty()) {
            event.put("location", Map.of("@type", "Place", "name", said.place(), "address", said.place()));
        }
        event.put("url", article.credits().address());
        event.put("inLanguage", shown.language());
        var picture = picture(shown);
        if (picture != null) {
            event.put("image", List.of(picture));
        }
        return event;
    }

    /** By the clock of the country, as readers read it. */
    private static String moment(Instant at) {
        return at.atZone(Zone.ID).toOffsetDateTime().toString();
    }

    private @Nullable String picture(PublicRepository.Shown shown) {
        var media = shown.story().picture().media();
        return media == null ? null : address.of("/anh/" + media);
    }

    private Map<String, Object> trail(ArticleView article) {
        var steps = new ArrayList<Map<String, Object>>();
        steps.add(step(1, Texts.text("platform.open.home"), "/"));
        steps.add(step(2, article.category(), article.categoryHref()));
        steps.add(step(3, article.title(), article.href()));
        var trail = new LinkedHashMap<String, Object>();
        trail.put("@context", "https://schema.org");
        trail.put("@type", "BreadcrumbList");
        trail.put("itemListElement", steps);
        return trail;
    }

    private Map<String, Object> step(int position, String name, String href) {
        return Map.of("@type", "ListItem", "position", position, "name", name, "item", address.of(href));
    }

    private String publisher() {
        return names.value("site.name", Texts.text("platform.site.name"));
    }
}
