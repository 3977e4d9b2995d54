package org.giaoban.portal;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.Slice;
import org.giaoban.search.SearchWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Articles by the dozen, as far as the viewer works on them. */
@Service
@Transactional(readOnly = true)
class ArticleLists {

    static final int PAGE = 40;

    private final ListingRepository articles;
    private final Access access;
    private final CurrentViewer viewer;

    ArticleLists(ListingRepository articles, Access access, CurrentViewer viewer) {
        this.articles = articles;
        this.access = access;
        this.viewer = viewer;
    }

    Slice<ListingRepository.Listed> list(ArticleFilter filter) {
        var scope = access.allowsAnywhere(Capability.ARTICLE_WRITE)
                ? access.scope(Capability.ARTICLE_WRITE)
                : access.scope(Capability.ARTICLE_APPROVE);
        var rows = articles.list(scope, filter, viewer.get().account(), PAGE + 1);
        return Slice.of(
                rows,
                PAGE,
                row -> new ArticleFilter.After(
                                row.version().hands().changedAt(), row.version().id())
                        .toString());
    }

    List<ListingRepository.Listed> search(SearchWords words, Scope scope, int limit) {
        return articles.open(words, scope, limit);
    }

    int waiting() {
        var scope = access.scope(Capability.ARTICLE_APPROVE);
        return scope.empty() ? 0 : articles.waiting(scope);
    }

    List<ListingRepository.Listed> waitingFor(int limit) {
        var scope = access.scope(Capability.ARTICLE_APPROVE);
        return articles.list(
                scope,
                ArticleFilter.state(Version.State.SUBMITTED),
                viewer.get().account(),
                limit);
    }
}
