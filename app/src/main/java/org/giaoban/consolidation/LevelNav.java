package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The levels' reports and the changed figures in the side navigation. */
@Component
class LevelNav implements NavSource {

    private static final int REPORTS = 22;
    private static final int CHANGED = 47;

    private final Access access;

    LevelNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        var items = new ArrayList<NavItem>();
        if (access.allowsAnywhere(Capability.REPORT_READ)) {
            items.add(new NavItem(NavGroup.CYCLE, REPORTS, "consolidation.nav", "file-stack", "/consolidated"));
        }
        if (access.allowsAnywhere(Capability.FIGURES_READ)) {
            items.add(
                    new NavItem(NavGroup.CYCLE, CHANGED, "consolidation.nav.changed", "file-diff", "/changed-figures"));
        }
        return items;
    }
}
