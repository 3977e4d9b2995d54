package org.giaoban.proceedings;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The rules of majority in the side navigation. */
@Component
class MajorityNavigation implements NavSource {

    private static final int PLACE = 61;

    private final Access access;

    MajorityNavigation(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.CATALOGUE_EDIT)
                ? List.of(
                        new NavItem(NavGroup.SYSTEM, PLACE, "proceedings.nav.majorities", "scale", "/rules/majorities"))
                : List.of();
    }
}
