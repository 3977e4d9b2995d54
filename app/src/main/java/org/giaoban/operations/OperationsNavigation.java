package org.giaoban.operations;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The screen in the side navigation, for those who keep the system running. */
@Component
class OperationsNavigation implements NavSource {

    private static final int PLACE = 90;

    private final Access access;

    OperationsNavigation(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.OPERATIONS)
                ? List.of(new NavItem(NavGroup.SYSTEM, PLACE, "operations.nav", "heartbeat", "/operations"))
                : List.of();
    }
}
