package org.giaoban.notification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which notices a page of the inbox shows, as its address says. */
record InboxFilter(@Nullable String show, @Nullable String from) {

    private static final String UNREAD = "unread";

    /** The newest unread ones. */
    static final InboxFilter NEW = new InboxFilter(UNREAD, null);

    boolean onlyUnread() {
        return UNREAD.equals(show);
    }

    Optional<InboxPosition> after() {
        return InboxPosition.parse(from);
    }

    String address() {
        return onlyUnread() ? "/inbox?show=" + UNREAD : "/inbox";
    }

    String address(String position) {
        return address() + (onlyUnread() ? "&from=" : "?from=") + position;
    }
}
