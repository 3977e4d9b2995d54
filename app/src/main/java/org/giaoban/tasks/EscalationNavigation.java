package org.giaoban.tasks;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The rules of overdue work in the side navigation. */
@Component
class EscalationNavigation implements NavSource {

    private static final int PLACE = 62;

    private final Access access;

    EscalationNavigation(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.CATALOGUE_EDIT)
                ? List.of(new NavItem(
                        NavGroup.SYSTEM, PLACE, "tasks.nav.escalation", "arrow-big-up-lines", "/rules/overdue"))
                : List.of();
    }
}
