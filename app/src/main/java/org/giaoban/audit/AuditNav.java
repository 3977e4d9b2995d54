package org.giaoban.audit;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The log in the side navigation, for those who may read it. */
@Component
class AuditNav implements NavSource {

    private static final int PLACE = 30;

    private final Access access;

    AuditNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.AUDIT_READ)
                ? List.of(new NavItem(NavGroup.SYSTEM, PLACE, "audit.nav", "history", "/audit"))
                : List.of();
    }
}
