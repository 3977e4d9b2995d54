package org.giaoban.reporting;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** Returns in the side navigation. */
@Component
class ReportingNav implements NavSource {

    private static final int RETURNS = 20;

    private final Access access;

    ReportingNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        if (!access.allowsAnywhere(Capability.REPORT_READ)) {
            return List.of();
        }
        return List.of(new NavItem(NavGroup.CYCLE, RETURNS, "reporting.nav.returns", "table", "/returns"));
    }
}
