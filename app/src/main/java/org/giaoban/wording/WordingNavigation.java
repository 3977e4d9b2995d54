package org.giaoban.wording;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The lists of phrases in the side navigation. */
@Component
class WordingNavigation implements NavSource {

    private static final int PLACE = 60;

    private final Access access;

    WordingNavigation(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.CATALOGUE_EDIT)
                ? List.of(new NavItem(NavGroup.SYSTEM, PLACE, "wording.nav", "text-spellcheck", "/wording"))
                : List.of();
    }
}
