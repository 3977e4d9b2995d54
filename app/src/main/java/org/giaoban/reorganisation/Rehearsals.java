package org.giaoban.reorganisation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Difference.What;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what a plan would do, without doing it. */
@Service
@Transactional(readOnly = true)
class Rehearsals {

    private final Plans plans;
    private final Preparation preparation;
    private final CurrentViewer viewer;

    Rehearsals(Plans plans, Preparation preparation, CurrentViewer viewer) {
        this.plans = plans;
        this.preparation = preparation;
        this.viewer = viewer;
    }

    Rehearsal of(PlanId id) {
        var prepared = preparation.of(plans.get(id), viewer.find().orElse(Viewer.SYSTEM));
        return new Rehearsal(
                prepared.plan(),
                rows(prepared.reshaped()),
                counts(prepared.reshaped()),
                prepared.parts(),
                prepared.conflicts(),
                prepared.executable());
    }

    private static List<Rehearsal.Row> rows(Reshaped reshaped) {
        var from = reshaped.flows().stream().collect(Collectors.groupingBy(Flow::from));
        var to = reshaped.flows().stream().collect(Collectors.groupingBy(Flow::to));
        var codes = new LinkedHashSet<>(reshaped.before().keySet());
        codes.addAll(reshaped.after().keySet());
        var rows = new ArrayList<Rehearsal.Row>();
        for (var code : codes) {
            var standing = reshaped.before().get(code);
            var before = standing == null ? null : standing.place();
            var after = reshaped.after().get(code);
            var flows = Stream.concat(
                            from.getOrDefault(code, List.of()).stream(), to.getOrDefault(code, List.of()).stream())
                    .toList();
            var what = what(before, after);
            if (!what.isEmpty() || !flows.isEmpty()) {
                rows.add(new Rehearsal.Row(what, before, after, flows));
            }
        }
        return rows;
    }

    private static Set<What> what(
            @org.jspecify.annotations.Nullable Place before, @org.jspecify.annotations.Nullable Place after) {
        if (before != null && after != null) {
            return before.differs(after);
        }
        return EnumSet.of(before == null ? What.FOUNDED : What.ENDED);
    }

    private static List<Rehearsal.PlanCount> counts(Reshaped reshaped) {
        Map<String, int[]> counts = new TreeMap<>();
        reshaped.before()
                .values()
                .forEach(unit -> counts.computeIfAbsent(unit.place().kind(), kind -> new int[2])[0]++);
        reshaped.after().values().forEach(place -> counts.computeIfAbsent(place.kind(), kind -> new int[2])[1]++);
        return counts.entrySet().stream()
                .map(count -> new Rehearsal.PlanCount(count.getKey(), count.getValue()[0], count.getValue()[1]))
                .toList();
    }
}
