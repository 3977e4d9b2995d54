package org.giaoban.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.SettingStore;
import org.giaoban.platform.SiteAddress;
import org.giaoban.platform.Texts;
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

    /** As text that may stand inside a script element: nothing in it can end the element. */
    private String of(ArticleView article, PublicRepository.Shown shown) {
        return json.writeValueAsString(List.of(news(article, shown), trail(article)))
                .replace("<", "\\u003c");
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
        news.put("inLanguage", Texts.language());
        if (!article.credits().byline().isEmpty()) {
            news.put(
                    "author",
                    Map.of("@type", "Person", "name", article.credits().byline()));
        }
        news.put("publisher", Map.of("@type", "GovernmentOrganization", "name", publisher(), "url", address.of("/")));
        var picture = picture(shown);
        if (picture != null) {
            news.put("image", List.of(picture));
        }
        return news;
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
