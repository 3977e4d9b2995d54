package org.giaoban.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.organization.Organization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a text can begin from: the units the viewer writes for. */
@Component
@Transactional(readOnly = true)
class ArticleBeginnings {

    private final Access access;
    private final Organization organization;
    private final Clock clock;

    ArticleBeginnings(Access access, Organization organization, Clock clock) {
        this.access = access;
        this.organization = organization;
        this.clock = clock;
    }

    public boolean writes() {
        return access.allowsAnywhere(Capability.ARTICLE_WRITE);
    }

    /** The top of the tree first, so that it is chosen unless something else is. */
    public Map<String, String> units() {
        var today = LocalDate.now(clock);
        var units = new LinkedHashMap<String, String>();
        organization
                .root(today)
                .ifPresent(top -> organization.subtree(top.id(), today).stream()
                        .filter(unit -> access.allows(Capability.ARTICLE_WRITE, unit.id()))
                        .forEach(unit -> units.put(unit.id().value().toString(), unit.name())));
        return units;
    }
}
