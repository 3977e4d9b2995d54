package org.giaoban.reorganisation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.giaoban.access.Grant;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Component;

/** Writes into the log what a plan did: a line for the plan, and one for every unit, in its own history. */
@Component
class Trace {

    private final Audit audit;
    private final CurrentViewer viewer;

    Trace(Audit audit, CurrentViewer viewer) {
        this.audit = audit;
        this.viewer = viewer;
    }

    /** A right that was given or ended by a plan, which the system carries out on behalf of somebody. */
    void right(String act, Viewer doer, Grant grant, UnitId unit, Map<String, String> details) {
        var object = new ObjectRef("account", grant.account().value());
        viewer.run(doer, () -> audit.record(act, object, unit, details));
    }

    void executed(Prepared prepared) {
        var plan = prepared.plan();
        var reshaped = prepared.reshaped();
        var counts = Map.of(
                "founded", String.valueOf(reshaped.founded().size()),
                "ended", String.valueOf(reshaped.ended().size()),
                "changed", String.valueOf(reshaped.changed().size()));
        plan("reorganisation.executed", plan, counts);
        units("organization.unit-ended", plan, reshaped.ended(), prepared);
        units("organization.unit-founded", plan, reshaped.founded(), prepared);
        units("organization.unit-changed", plan, reshaped.changed(), prepared);
    }

    private void units(String act, Plan plan, Collection<String> codes, Prepared prepared) {
        for (var code : codes) {
            var after = prepared.after().get(code);
            var place = after == null ? prepared.ground().place(code) : after;
            unit(act, plan, place.id(), Map.of("name", place.name()));
        }
    }

    void undone(Plan plan, Set<UnitId> units, String reason) {
        plan("reorganisation.undone", plan, reason.isEmpty() ? Map.of() : Map.of("reason", reason));
        units.forEach(unit -> unit("organization.unit-restored", plan, unit, Map.of()));
    }

    private void unit(String act, Plan plan, UnitId unit, Map<String, String> more) {
        var details = new LinkedHashMap<String, String>(more);
        details.put("from", Formats.date(plan.day()));
        details.put("basis", plan.terms().document());
        details.put("plan", plan.id().toString());
        audit.record(act, new ObjectRef("unit", unit.value()), unit, details);
    }

    private void plan(String act, Plan plan, Map<String, String> more) {
        var details = new LinkedHashMap<String, String>(more);
        details.put("title", plan.terms().title());
        details.put("day", Formats.date(plan.day()));
        details.put("document", plan.terms().document());
        audit.record(act, new ObjectRef("reorganisation", plan.id().value()), null, details);
    }
}
