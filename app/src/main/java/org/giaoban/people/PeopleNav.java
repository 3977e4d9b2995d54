package org.giaoban.people;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The way to the list of persons. */
@Component
class PeopleNav implements NavSource {

    private static final int AFTER_UNITS = 110;

    private final Access access;

    PeopleNav(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.PEOPLE_READ)
                ? List.of(new NavItem(NavGroup.ORGANIZATION, AFTER_UNITS, "people.list.title", "users", "/people"))
                : List.of();
    }
}
