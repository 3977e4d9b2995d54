package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Component;

/** The units whose returns the viewer makes: where figures may be entered, but not in the unit above. */
@Component
class OwnReturns {

    private final Organization organization;
    private final Access access;
    private final Clock clock;

    OwnReturns(Organization organization, Access access, Clock clock) {
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    List<UnitId> units() {
        var scope = access.scope(Capability.REPORT_ENTER);
        if (scope.empty() || scope.everywhere()) {
            return List.of();
        }
        return organization.tops(scope, LocalDate.now(clock)).stream()
                .map(Unit::id)
                .toList();
    }

    /** Those of them that have a unit above to send returns to, as they stood on a day. */
    List<Unit> on(LocalDate day) {
        return units().stream()
                .flatMap(unit -> organization.find(unit, day).stream())
                .filter(unit -> unit.parent() != null)
                .toList();
    }
}
