package org.giaoban.reorganisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeRevisions;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Component;

/** Puts together what a plan starts from. */
@Component
class Grounds {

    private final Organization organization;
    private final TreeRevisions revisions;

    Grounds(Organization organization, TreeRevisions revisions) {
        this.organization = organization;
        this.revisions = revisions;
    }

    Ground of(Plan plan) {
        var day = plan.day();
        var codes = new HashMap<UnitId, String>();
        var units = organization.units(day);
        units.forEach(unit -> codes.put(unit.id(), unit.code()));
        var standing = new LinkedHashMap<String, Standing>();
        units.forEach(unit -> standing.put(unit.code(), standing(unit, codes, day)));
        var named = new HashSet<String>();
        plan.events().forEach(event -> named.addAll(event.codes()));
        named.removeAll(standing.keySet());
        return new Ground(day, standing, others(named, day), revisions.identities(named), organization.kindRules(day));
    }

    private Standing standing(Unit unit, Map<UnitId, String> codes, LocalDate day) {
        var versions = organization.versions(unit.id());
        var place = new Place(
                unit.id(),
                unit.code(),
                unit.name(),
                unit.shortName(),
                unit.kind(),
                unit.parent() == null ? null : codes.get(unit.parent()));
        return new Standing(
                place,
                versions.getFirst().valid().from(),
                unit.valid().until(),
                versions.getLast().valid().from().isAfter(day));
    }

    /** Units with a history that does not touch the day. */
    private Map<String, Ground.Life> others(Set<String> codes, LocalDate day) {
        var others = new HashMap<String, Ground.Life>();
        organization.codes(codes).forEach((code, id) -> {
            List<Unit> versions = organization.versions(id);
            if (!versions.isEmpty()) {
                var later = versions.getLast().valid().from().isAfter(day);
                others.put(code, later ? Ground.Life.LATER : Ground.Life.EARLIER);
            }
        });
        return others;
    }
}
