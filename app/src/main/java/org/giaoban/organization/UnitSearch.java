package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.search.SearchGroup;
import org.giaoban.search.SearchHit;
import org.giaoban.search.SearchSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds units for the search box, also by the names they no longer have. */
@Component
class UnitSearch implements SearchSource {

    private static final int FIRST = 10;

    private final TreeSearch search;
    private final ProfileRepository profile;
    private final Lineages lineages;
    private final Clock clock;

    UnitSearch(TreeSearch search, ProfileRepository profile, Lineages lineages, Clock clock) {
        this.search = search;
        this.profile = profile;
        this.lineages = lineages;
        this.clock = clock;
    }

    @Override
    public SearchGroup about() {
        return new SearchGroup(FIRST, "organization.search.group", "sitemap", Capability.ORGANIZATION_READ, false);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(String query, Scope scope, int limit) {
        var kinds = profile.allKinds();
        var today = LocalDate.now(clock);
        var found = search.ever(today, query, scope, limit);
        var fates = lineages.becameAfter(found.stream().map(Unit::id).toList(), LocalDate.MIN);
        return found.stream()
                .map(unit -> {
                    var kind = kinds.get(unit.kind()).name();
                    var fate = fates.get(unit.id());
                    return new SearchHit(
                            unit.name(), fate == null ? kind : kind + " · " + fate, "/units/" + unit.code());
                })
                .toList();
    }
}
