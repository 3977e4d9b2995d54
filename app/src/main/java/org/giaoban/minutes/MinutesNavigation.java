package org.giaoban.minutes;

import static org.giaoban.access.Capability.MEETING_READ;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The minutes book in the side navigation. */
@Component
class MinutesNavigation implements NavSource {

    private static final int AFTER_MEETINGS = 32;

    private final Access access;

    MinutesNavigation(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(MEETING_READ)
                ? List.of(new NavItem(NavGroup.CYCLE, AFTER_MEETINGS, "minutes.nav", "book", "/minutes"))
                : List.of();
    }
}
