package org.giaoban.personaldata;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.organization.Organization;
import org.springframework.stereotype.Component;

/** Who may do what with a request, and what time it is. */
@Component
class RequestRights {

    private final Access access;
    private final CurrentViewer viewer;
    private final Organization organization;
    private final Clock clock;

    RequestRights(Access access, CurrentViewer viewer, Organization organization, Clock clock) {
        this.access = access;
        this.viewer = viewer;
        this.organization = organization;
        this.clock = clock;
    }

    boolean handles(Request one) {
        return access.allows(Capability.PERSONAL_DATA, one.unit());
    }

    boolean owns(Request one) {
        return viewer.get().account().equals(one.asker().account());
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What the units are called today. */
    Map<UnitId, String> names(Collection<UnitId> units) {
        return organization.names(units, today());
    }

    WorkingCalendar calendar() {
        return organization.workingCalendar();
    }
}
