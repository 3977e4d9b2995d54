package org.giaoban.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every public page shows around its content. */
@Component
class PortalPages {

    static final String NOTICES = "thong-bao";

    private final PortalSettings settings;
    private final PublicSite site;

    PortalPages(PortalSettings settings, PublicSite site) {
        this.settings = settings;
        this.site = site;
    }

    /** The bar of categories, the boxes at the side and the imprint. */
    public record Around(
            List<Heading> bar, List<Teaser> notices, Map<String, String> links, Map<String, String> imprint) {}

    public record Heading(String code, String name, String href, boolean here) {}

    Around around(@Nullable String category) {
        return new Around(bar(category), site.notices(), settings.links(), settings.imprint());
    }

    private List<Heading> bar(@Nullable String category) {
        return settings.categories().stream()
                .map(each -> new Heading(
                        each.code(), each.name(), each.href(), each.code().equals(category)))
                .toList();
    }
}
