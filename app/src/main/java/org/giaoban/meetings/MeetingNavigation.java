package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_READ;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The meetings in the side navigation. */
@Component
class MeetingNavigation implements NavSource {

    private final Access access;

    MeetingNavigation(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(MEETING_READ)
                ? List.of(new NavItem(NavGroup.CYCLE, 30, "meetings.nav", "calendar-event", "/meetings"))
                : List.of();
    }
}
