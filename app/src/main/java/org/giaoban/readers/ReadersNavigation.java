package org.giaoban.readers;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The moderators' entry in the side navigation, with how much waits. */
@Component
class ReadersNavigation implements NavSource {

    private final Access access;
    private final ReaderComments comments;
    private final ErrorReports reports;

    ReadersNavigation(Access access, ReaderComments comments, ErrorReports reports) {
        this.access = access;
        this.comments = comments;
        this.reports = reports;
    }

    @Override
    public List<NavItem> items() {
        if (!access.allowsAnywhere(Capability.COMMENT_MODERATE)) {
            return List.of();
        }
        var waiting = comments.waiting() + reports.open();
        return List.of(
                new NavItem(NavGroup.CYCLE, 75, "readers.nav", "messages", "/readers", waiting == 0 ? null : waiting));
    }
}
