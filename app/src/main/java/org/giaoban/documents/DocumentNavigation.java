package org.giaoban.documents;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.springframework.stereotype.Component;

/** The register's entry in the side navigation. */
@Component
class DocumentNavigation implements NavSource {

    private final Access access;

    DocumentNavigation(Access access) {
        this.access = access;
    }

    @Override
    public List<NavItem> items() {
        return access.allowsAnywhere(Capability.DOCUMENT_READ)
                ? List.of(new NavItem(NavGroup.CYCLE, 60, "documents.nav", "file-text", "/documents"))
                : List.of();
    }
}
