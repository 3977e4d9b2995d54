package org.giaoban.portal;

import java.util.List;
import java.util.stream.Stream;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.platform.Texts;
import org.giaoban.search.SearchGroup;
import org.giaoban.search.SearchHit;
import org.giaoban.search.SearchSource;
import org.giaoban.search.SearchWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Articles in the search over everything: what visitors may read for everybody, what is being written for its editors. */
@Component
class ArticleSearch implements SearchSource {

    private final ArticleLists articles;
    private final PublicSite site;

    ArticleSearch(ArticleLists articles, PublicSite site) {
        this.articles = articles;
        this.site = site;
    }

    @Override
    public SearchGroup about() {
        return new SearchGroup(60, "portal.nav", "news", Capability.ARTICLE_WRITE, true);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(String query, Scope scope, int limit) {
        var words = SearchWords.of(query);
        var open = scope.empty()
                ? Stream.<SearchHit>of()
                : articles.search(words, scope, limit).stream()
                        .map(found -> new SearchHit(
                                found.version().story().title(),
                                Texts.text("portal.state."
                                        + found.version().state().key()),
                                "/articles/" + found.article().id()));
        var asked = ArticleQuery.of(query);
        var found = asked.empty() ? List.<ShelfRepository.Found>of() : site.search(asked, limit);
        var out = found.stream()
                .map(ShelfRepository.Found::teaser)
                .map(each -> new SearchHit(each.title(), each.on(), each.href()));
        return Stream.concat(open, out).limit(limit).toList();
    }
}
