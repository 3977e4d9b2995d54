package org.giaoban.portal;

import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.platform.Texts;
import org.giaoban.search.SearchHit;
import org.giaoban.search.SearchSource;
import org.springframework.stereotype.Component;

/** Articles of the editors' units in the search over everything. */
@Component
class ArticleSearch implements SearchSource {

    private final Articles articles;

    ArticleSearch(Articles articles) {
        this.articles = articles;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String titleKey() {
        return "portal.nav";
    }

    @Override
    public String icon() {
        return "ti-news";
    }

    @Override
    public Capability capability() {
        return Capability.ARTICLE_WRITE;
    }

    @Override
    public List<SearchHit> find(String query, Scope scope, int limit) {
        return articles.search(query, scope, limit).stream()
                .map(found -> new SearchHit(
                        found.version().story().title(),
                        Texts.text("portal.state." + found.version().state().key()),
                        "/articles/" + found.article().id()))
                .toList();
    }
}
