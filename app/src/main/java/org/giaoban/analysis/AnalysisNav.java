package org.giaoban.analysis;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The analysis in the side navigation. */
@Component
class AnalysisNav implements NavSource {

    private static final int ORDER = 31;

    private final Access access;

    AnalysisNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.FIGURES_READ)
                ? List.of(new NavItem(NavGroup.CYCLE, ORDER, "analysis.nav", "chart-dots", "/analysis"))
                : List.of();
    }
}
