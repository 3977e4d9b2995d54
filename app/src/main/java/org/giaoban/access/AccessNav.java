package org.giaoban.access;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** Accounts and rights in the side navigation, for those who may use them. */
@Component
class AccessNav implements NavSource {

    private static final int ACCOUNTS_PLACE = 10;
    private static final int GRANTS_PLACE = 20;

    private final Access access;

    AccessNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        var items = new ArrayList<NavItem>();
        if (access.allowsAnywhere(Capability.ACCOUNTS)) {
            items.add(new NavItem(NavGroup.SYSTEM, ACCOUNTS_PLACE, "access.nav.accounts", "users", "/accounts"));
        }
        if (access.allowsAnywhere(Capability.GRANTS)) {
            items.add(new NavItem(NavGroup.SYSTEM, GRANTS_PLACE, "access.nav.grants", "shield-check", "/grants"));
        }
        return items;
    }
}
