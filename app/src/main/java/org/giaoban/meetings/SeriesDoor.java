package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Scope;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Component;

/** Who may set the rules of series, and what is written down about it. */
@Component
class SeriesDoor {

    private final Access access;
    private final Audit audit;

    SeriesDoor(Access access, Audit audit) {
        this.access = access;
        this.audit = audit;
    }

    Scope scope() {
        return access.scope(MEETING_RUN);
    }

    void demand(UnitId unit) {
        access.require(MEETING_RUN, unit);
    }

    void trace(UUID series, UnitId unit, String act) {
        audit.record("meetings-" + act, new ObjectRef("meeting-series", series), unit, Map.of());
    }
}
