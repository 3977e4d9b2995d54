package org.giaoban.membership;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The way to the rosters. */
@Component
class MembershipNav implements NavSource {

    private static final int AFTER_PEOPLE = 115;

    private final Access access;

    MembershipNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.MEMBER_READ)
                ? List.of(new NavItem(NavGroup.ORGANIZATION, AFTER_PEOPLE, "membership.nav", "id-badge", "/members"))
                : List.of();
    }
}
