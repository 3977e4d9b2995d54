package org.giaoban.reorganisation;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The way to the plans. */
@Component
class ReorganisationNav implements NavSource {

    private static final int AFTER_UNITS = 105;

    private final Access access;

    ReorganisationNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.ORGANIZATION_EDIT)
                ? List.of(new NavItem(
                        NavGroup.ORGANIZATION, AFTER_UNITS, "reorganisation.nav", "git-merge", "/reorganisations"))
                : List.of();
    }
}
