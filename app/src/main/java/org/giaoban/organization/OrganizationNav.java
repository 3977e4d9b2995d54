package org.giaoban.organization;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The way to the tree of units. */
@Component
class OrganizationNav implements NavSource {

    private static final int ORDER = 100;

    private final Access access;

    OrganizationNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.ORGANIZATION_READ)
                ? List.of(new NavItem(NavGroup.ORGANIZATION, ORDER, "organization.tree.title", "sitemap", "/units"))
                : List.of();
    }
}
