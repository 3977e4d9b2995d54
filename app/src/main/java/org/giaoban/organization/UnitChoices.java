package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms offer to choose from. */
@Service
@Transactional(readOnly = true)
class UnitChoices {

    private static final int MOST = 300;

    private final UnitRepository units;
    private final TreeSearch search;
    private final ProfileRepository profile;
    private final Access access;
    private final Clock clock;

    UnitChoices(UnitRepository units, TreeSearch search, ProfileRepository profile, Access access, Clock clock) {
        this.units = units;
        this.search = search;
        this.profile = profile;
        this.access = access;
        this.clock = clock;
    }

    /** Kinds that may stand under the unit of that code today, or alone; the present kind is always among them. */
    Map<String, String> kinds(String parentCode, String present) {
        var today = LocalDate.now(clock);
        var id = units.codes(Set.of(parentCode)).get(parentCode);
        var parent = id == null ? null : units.byIds(List.of(id), today).get(id);
        var below = parent == null ? Set.<String>of() : profile.below(parent.kind(), today);
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : profile.kinds(today)) {
            var fits = parent == null ? kind.standsAlone() : below.contains(kind.code());
            if (fits || kind.code().equals(present)) {
                kinds.put(kind.code(), kind.name());
            }
        }
        return kinds;
    }

    /** Units the viewer may change, by code, for the list beside the field. */
    Map<String, String> units() {
        var scope = access.scope(Capability.ORGANIZATION_EDIT);
        var found = new LinkedHashMap<String, String>();
        search.on(LocalDate.now(clock), "", scope, MOST).forEach(unit -> found.put(unit.code(), unit.name()));
        return found;
    }

    String code(UnitId id, LocalDate day) {
        return units.byIds(List.of(id), day).values().iterator().next().code();
    }

    /** The posts a unit has on the day. */
    Map<String, String> posts(Unit unit, LocalDate day) {
        var posts = new LinkedHashMap<String, String>();
        profile.posts(unit.kind(), day).forEach(post -> posts.put(post.code(), post.name()));
        return posts;
    }
}
