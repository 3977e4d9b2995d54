package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.search.SearchHit;
import org.giaoban.search.SearchSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the units of today for the search box. */
@Component
class UnitSearch implements SearchSource {

    private static final int FIRST = 10;

    private final UnitRepository units;
    private final ProfileRepository profile;
    private final Clock clock;

    UnitSearch(UnitRepository units, ProfileRepository profile, Clock clock) {
        this.units = units;
        this.profile = profile;
        this.clock = clock;
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public String titleKey() {
        return "organization.search.group";
    }

    @Override
    public String icon() {
        return "sitemap";
    }

    @Override
    public Capability capability() {
        return Capability.ORGANIZATION_READ;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(String query, Scope scope, int limit) {
        var kinds = profile.allKinds();
        return units.search(VietnameseText.fold(query), scope, LocalDate.now(clock), limit).stream()
                .map(unit -> new SearchHit(unit.name(), kinds.get(unit.kind()).name(), "/units/" + unit.code()))
                .toList();
    }
}
