package org.giaoban.briefing;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The board's entry in the side navigation. */
@Component
class BoardNavigation implements NavSource {

    private final Access access;

    BoardNavigation(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.FIGURES_READ)
                ? List.of(new NavItem(NavGroup.DESK, 20, "briefing.nav", "layout-dashboard", "/board"))
                : List.of();
    }
}
