package org.giaoban.documents;

import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.platform.Formats;
import org.giaoban.search.SearchHit;
import org.giaoban.search.SearchSource;
import org.springframework.stereotype.Component;

/** Issued documents in the search over everything. */
@Component
class DocumentSearch implements SearchSource {

    private final Documents documents;

    DocumentSearch(Documents documents) {
        this.documents = documents;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String titleKey() {
        return "documents.nav";
    }

    @Override
    public String icon() {
        return "ti-file-text";
    }

    @Override
    public Capability capability() {
        return Capability.DOCUMENT_READ;
    }

    @Override
    public List<SearchHit> find(String query, Scope scope, int limit) {
        return documents.search(query, scope, limit).stream()
                .map(found -> new SearchHit(
                        found.entry().title(),
                        found.entry().symbol() + " · "
                                + Formats.date(found.issue().on()),
                        found.href()))
                .toList();
    }
}
