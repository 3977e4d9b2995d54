package org.giaoban.reorganisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Succession;
import org.giaoban.organization.TreeRevision;
import org.giaoban.organization.Unit;

/** A plan worked out against the tree as it is now. */
record Prepared(
        Plan plan, Ground ground, Reshaped reshaped, Handover handover, List<PartReport> parts, List<Open> conflicts) {

    private static final int BASIS = 300;

    boolean executable() {
        return plan.state() == PlanState.DRAFT
                && !changesNothing()
                && conflicts.stream().noneMatch(Open::open);
    }

    private boolean changesNothing() {
        return reshaped.ended().isEmpty()
                && reshaped.founded().isEmpty()
                && reshaped.changed().isEmpty()
                && reshaped.flows().isEmpty();
    }

    TreeRevision revision() {
        var ended = reshaped.ended().stream().map(this::id).toList();
        var begun = new ArrayList<TreeRevision.Begun>();
        reshaped.changed().forEach(code -> begun.add(begun(code)));
        reshaped.founded().forEach(code -> begun.add(begun(code)));
        var successions = reshaped.flows().stream()
                .map(flow -> new Succession(
                        id(flow.from()),
                        id(flow.to()),
                        plan.day(),
                        flow.share(),
                        flow.estimated(),
                        plan.id().value()))
                .toList();
        return new TreeRevision(plan.id().value(), plan.day(), ended, begun, successions);
    }

    private TreeRevision.Begun begun(String code) {
        var document = reshaped.documents().getOrDefault(code, plan.terms().document());
        return new TreeRevision.Begun(unit(code), document.substring(0, Math.min(document.length(), BASIS)));
    }

    private UnitId id(String code) {
        var standing = ground.standing().get(code);
        return standing == null ? reshaped.place(code).id() : standing.place().id();
    }

    private Unit unit(String code) {
        return unit(reshaped.place(code), plan, ground);
    }

    /** A place as a version of the unit from the plan's day on; its end, if one is known, stays. */
    static Unit unit(Place place, Plan plan, Ground ground) {
        var standing = ground.standing().get(place.code());
        var parent = place.parent() == null ? null : parentId(place.parent(), ground);
        return new Unit(
                place.id(),
                place.code(),
                place.name(),
                place.shortName(),
                place.kind(),
                parent,
                new DateRange(plan.day(), standing == null ? null : standing.until()),
                (short) 0);
    }

    private static @org.jspecify.annotations.Nullable UnitId parentId(String code, Ground ground) {
        var standing = ground.standing().get(code);
        return standing == null ? ground.reserved().get(code) : standing.place().id();
    }

    Map<String, Place> after() {
        return reshaped.after();
    }
}
