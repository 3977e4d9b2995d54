package org.giaoban.reporting;

import java.util.Optional;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the return an address or a workbook means, as far as the viewer may know of it. */
@Component
class Door {

    private final Organization organization;
    private final Forms forms;
    private final Access access;

    Door(Organization organization, Forms forms, Access access) {
        this.organization = organization;
        this.forms = forms;
        this.access = access;
    }

    /** The return at an address, for a viewer who may read it. */
    ReturnKey readable(String unitCode, String form, String period) {
        var key = find(unitCode, form, period).orElseThrow(() -> new NotFound(unitCode));
        access.require(Capability.REPORT_READ, key.unit().id());
        return key;
    }

    /** The return at an address, for a viewer who may write it. */
    ReturnKey writable(String unitCode, String form, String period) {
        var key = readable(unitCode, form, period);
        access.require(Capability.REPORT_ENTER, key.unit().id());
        return key;
    }

    Optional<ReturnKey> find(String unitCode, String form, String period) {
        var when = period(period);
        if (when == null) {
            return Optional.empty();
        }
        var unit = organization.byCode(unitCode).flatMap(id -> organization.find(id, when.lastDay()));
        return unit.flatMap(found -> forms.find(form, found, when).map(asked -> new ReturnKey(found, asked, when)));
    }

    static @Nullable Period period(String code) {
        try {
            return Period.parse(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    boolean mayEnter(UnitId unit) {
        return access.allows(Capability.REPORT_ENTER, unit);
    }

    boolean mayKnow(UnitId unit) {
        return access.allows(Capability.REPORT_READ, unit) || access.allows(Capability.ORGANIZATION_READ, unit);
    }

    boolean mayAccept(UnitId unit) {
        return access.allows(Capability.REPORT_ACCEPT, unit);
    }

    /** By a right of the viewer's own, or in somebody's place. */
    boolean mayDecide(UnitId unit) {
        return access.decidable().contains(unit);
    }

    boolean mayRead(UnitId unit) {
        return access.allows(Capability.REPORT_READ, unit);
    }
}
