package org.giaoban.factors;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The rules of second factors in the side navigation, for those who decide on rights. */
@Component
class FactorNavigation implements NavSource {

    private static final int PLACE = 25;

    private final Access access;

    FactorNavigation(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.GRANTS)
                ? List.of(new NavItem(NavGroup.SYSTEM, PLACE, "factors.nav.rules", "shield-lock", "/rules/factors"))
                : List.of();
    }
}
