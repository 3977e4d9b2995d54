package org.giaoban.reorganisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Component;

/** Who may see, change and carry out a plan: those who may change every unit it names. */
@Component
class PlanRights {

    private final Access access;
    private final Organization organization;

    PlanRights(Access access, Organization organization) {
        this.access = access;
        this.organization = organization;
    }

    Scope scope() {
        return access.scope(Capability.ORGANIZATION_EDIT);
    }

    /** A plan that names a unit outside the viewer's reach does not exist for them. */
    void require(Plan plan) {
        var named = new HashSet<String>();
        plan.events().forEach(event -> named.addAll(event.codes()));
        if (!covers(named, plan.day())) {
            throw new NotFound(plan.id());
        }
    }

    /** Events may name only units the viewer may change; new ones are nobody's yet, the unit above them is somebody's. */
    void require(Collection<Event> events, LocalDate day) {
        var named = new HashSet<String>();
        for (var event : events) {
            named.addAll(event.codes());
            event.to().forEach(target -> named.add(target.parent()));
        }
        named.remove("");
        if (!covers(named, day)) {
            throw new Refused("reorganisation.refused.not-yours");
        }
    }

    private boolean covers(Set<String> codes, LocalDate day) {
        var scope = scope();
        return !scope.empty() && organization.codes(codes).values().stream().allMatch(unit -> open(scope, unit, day));
    }

    /** A unit that did not stand before the day is the plan's own. */
    private boolean open(Scope scope, UnitId unit, LocalDate day) {
        return scope.contains(unit) || organization.find(unit, day.minusDays(1)).isEmpty();
    }

    List<PlanLine> visible(List<PlanLine> lines, Map<PlanId, Set<String>> codes) {
        var scope = scope();
        var all = new HashSet<String>();
        codes.values().forEach(all::addAll);
        var units = new HashMap<>(organization.codes(all));
        return lines.stream()
                .filter(line -> codes.getOrDefault(line.id(), Set.of()).stream()
                        .map(units::get)
                        .allMatch(unit -> unit == null || open(scope, unit, line.day())))
                .toList();
    }

    /** Everything the plan touches lies in the scope of the one who carries it out, and the units it is put under. */
    static void require(Scope scope, Prepared prepared) {
        var touched = new HashSet<UnitId>();
        var reshaped = prepared.reshaped();
        reshaped.ended().forEach(code -> touched.add(standing(prepared, code)));
        for (var code : reshaped.changed()) {
            touched.add(standing(prepared, code));
            parent(prepared, code, touched, scope);
        }
        reshaped.founded().forEach(code -> parent(prepared, code, touched, scope));
        if (!touched.stream().allMatch(scope::contains)) {
            throw new Refused("reorganisation.refused.not-yours");
        }
    }

    private static void parent(Prepared prepared, String code, Set<UnitId> touched, Scope scope) {
        var parent = prepared.reshaped().place(code).parent();
        if (parent != null && prepared.ground().standing().containsKey(parent)) {
            touched.add(standing(prepared, parent));
        } else if (parent == null && prepared.reshaped().founded().contains(code) && !scope.everywhere()) {
            throw new Refused("organization.unit.top-needs-right");
        }
    }

    private static UnitId standing(Prepared prepared, String code) {
        return prepared.ground().place(code).id();
    }
}
