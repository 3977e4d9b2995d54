package org.giaoban.portal;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The editors' entry in the side navigation, with the number of texts waiting for approval. */
@Component
class PortalNavigation implements NavSource {

    private final Access access;
    private final ArticleLists articles;

    PortalNavigation(Access access, ArticleLists articles) {
        this.access = access;
        this.articles = articles;
    }

    @Override
    public List<NavItem> items() {
        if (!access.allowsAnywhere(Capability.ARTICLE_WRITE) && !access.allowsAnywhere(Capability.ARTICLE_APPROVE)) {
            return List.of();
        }
        var waiting = articles.waiting();
        return List.of(
                new NavItem(NavGroup.CYCLE, 70, "portal.nav", "news", "/articles", waiting == 0 ? null : waiting));
    }
}
