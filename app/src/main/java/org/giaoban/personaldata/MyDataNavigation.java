package org.giaoban.personaldata;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** Everybody's way to their own data, and the desk of those who answer. */
@Component
class MyDataNavigation implements NavSource {

    private static final int LAST = 95;
    private static final int BESIDE_LOG = 31;

    private final CurrentViewer viewer;
    private final Access access;

    MyDataNavigation(CurrentViewer viewer, Access access) {
        this.access = access;
        this.viewer = viewer;
    }

    @Override
    public List<NavItem> items() {
        if (viewer.find().isEmpty()) {
            return List.of();
        }
        var mine = new NavItem(NavGroup.DESK, LAST, "personaldata.nav.mine", "shield-lock", "/my-data");
        return access.allowsAnywhere(Capability.PERSONAL_DATA)
                ? List.of(
                        mine,
                        new NavItem(
                                NavGroup.SYSTEM,
                                BESIDE_LOG,
                                "personaldata.desk.title",
                                "shield-check",
                                "/personal-data"))
                : List.of(mine);
    }
}
