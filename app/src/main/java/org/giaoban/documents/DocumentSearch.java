package org.giaoban.documents;

import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.platform.Formats;
import org.giaoban.search.SearchGroup;
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
    public SearchGroup about() {
        return new SearchGroup(50, "documents.nav", "file-text", Capability.DOCUMENT_READ, false);
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
