package org.giaoban.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the whole site shares: its headings, links, imprint, and the sentences of drafts. */
@Component
class PortalSettings {

    private final SiteRepository site;
    private volatile DraftWords draftWords = new DraftWords(Map.of());

    PortalSettings(SiteRepository site) {
        this.site = site;
    }

    void declare(DraftWords words) {
        draftWords = words;
    }

    DraftWords draftWords() {
        return draftWords;
    }

    @Transactional(readOnly = true)
    public List<Category> categories() {
        return site.categories();
    }

    @Transactional(readOnly = true)
    public Optional<Category> category(String code) {
        return site.categories().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public Map<String, String> links() {
        return site.links();
    }

    /** Lines of the imprint by name, in their order. */
    @Transactional(readOnly = true)
    public Map<String, String> imprint() {
        return site.imprint();
    }
}
