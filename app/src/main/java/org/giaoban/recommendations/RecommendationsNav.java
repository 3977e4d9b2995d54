package org.giaoban.recommendations;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The ledger in the side navigation. */
@Component
class RecommendationsNav implements NavSource {

    private static final int PLACE = 25;

    private final Access access;

    RecommendationsNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        var reads = access.allowsAnywhere(Capability.REPORT_READ)
                || access.allowsAnywhere(Capability.RECOMMENDATION_ANSWER);
        return reads
                ? List.of(new NavItem(
                        NavGroup.CYCLE, PLACE, "recommendations.nav", "message-question", "/recommendations"))
                : List.of();
    }
}
