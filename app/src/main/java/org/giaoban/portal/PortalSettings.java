package org.giaoban.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the whole site shares: its headings, links, imprint, and the sentences of drafts; read again when somebody changed it. */
@Component
class PortalSettings {

    private final Remembered<Shared> shared;
    private volatile DraftWords draftWords = new DraftWords(Map.of());

    PortalSettings(SiteRepository site, Stamps stamps) {
        shared = stamps.remembered(
                SiteRepository.STAMP, () -> new Shared(site.categories(), site.links(), site.imprint()));
    }

    private record Shared(List<Category> categories, Map<String, String> links, Map<String, String> imprint) {}

    void declare(DraftWords words) {
        draftWords = words;
    }

    DraftWords draftWords() {
        return draftWords;
    }

    @Transactional(readOnly = true)
    public List<Category> categories() {
        return shared.get().categories();
    }

    @Transactional(readOnly = true)
    public Optional<Category> category(String code) {
        return shared.get().categories().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public Map<String, String> links() {
        return shared.get().links();
    }

    /** Lines of the imprint by name, in their order. */
    @Transactional(readOnly = true)
    public Map<String, String> imprint() {
        return shared.get().imprint();
    }
}
