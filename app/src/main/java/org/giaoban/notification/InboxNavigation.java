package org.giaoban.notification;

import java.util.List;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The inbox in the navigation, with the number of unread notices. */
@Component
class InboxNavigation implements NavSource {

    private static final int LAST_OF_THE_DESK = 90;

    private final Notices notices;

    InboxNavigation(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NavItem> items() {
        var unread = notices.unread();
        return List.of(new NavItem(
                NavGroup.DESK,
                LAST_OF_THE_DESK,
                "notification.nav.inbox",
                "bell",
                "/inbox",
                unread == 0 ? null : unread));
    }
}
