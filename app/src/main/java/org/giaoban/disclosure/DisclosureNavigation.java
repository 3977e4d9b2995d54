package org.giaoban.disclosure;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The entry in the side navigation, with the number of drafts that wait for the viewer to let them out. */
@Component
class DisclosureNavigation implements NavSource {

    private final Access access;
    private final DeskLists lists;

    DisclosureNavigation(Access access, DeskLists lists) {
        this.access = access;
        this.lists = lists;
    }

    @Override
    public List<NavItem> items() {
        var approves = access.allowsAnywhere(Capability.ARTICLE_APPROVE);
        if (!approves && !access.allowsAnywhere(Capability.ARTICLE_WRITE)) {
            return List.of();
        }
        var waiting = approves ? lists.waiting() : 0;
        return List.of(new NavItem(
                NavGroup.CYCLE, 72, "disclosure.nav", "world-share", "/disclosure", waiting == 0 ? null : waiting));
    }
}
