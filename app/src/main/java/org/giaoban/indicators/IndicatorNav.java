package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** Figures and the catalogue in the side navigation. */
@Component
class IndicatorNav implements NavSource {

    private static final int FIGURES = 30;
    private static final int CATALOGUE = 32;

    private final Access access;

    IndicatorNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        var items = new ArrayList<NavItem>();
        if (access.allowsAnywhere(Capability.FIGURES_READ)) {
            items.add(new NavItem(NavGroup.CYCLE, FIGURES, "indicators.nav.figures", "chart-bar", "/figures"));
        }
        if (access.allowsAnywhere(Capability.FIGURES_READ) || access.allowsAnywhere(Capability.CATALOGUE_EDIT)) {
            items.add(
                    new NavItem(NavGroup.CYCLE, CATALOGUE, "indicators.nav.catalogue", "list-numbers", "/indicators"));
        }
        return items;
    }
}
