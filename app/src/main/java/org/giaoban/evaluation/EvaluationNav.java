package org.giaoban.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The ways to the scores of branch meetings and to those who follow branches. */
@Component
class EvaluationNav implements NavSource {

    private static final int AFTER_MEETINGS = 32;

    private final Access access;

    EvaluationNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        var items = new ArrayList<NavItem>();
        if (access.allowsAnywhere(Capability.MEETING_READ)) {
            items.add(new NavItem(NavGroup.CYCLE, AFTER_MEETINGS, "evaluation.nav", "stairs-up", "/evaluations"));
        }
        if (access.allowsAnywhere(Capability.EVALUATE)) {
            items.add(
                    new NavItem(NavGroup.CYCLE, AFTER_MEETINGS + 1, "evaluation.followers", "eye-check", "/followers"));
        }
        return items;
    }
}
