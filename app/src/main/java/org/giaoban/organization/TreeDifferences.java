package org.giaoban.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the tree of two days. Whoever calls has asked for rights. */
@Service
@Transactional(readOnly = true)
public class TreeDifferences {

    private final Organization organization;

    TreeDifferences(Organization organization) {
        this.organization = organization;
    }

    /** The whole tree, or a unit with what stood below it on either day. */
    public Difference between(LocalDate earlier, LocalDate later, @Nullable UnitId top) {
        var before = units(earlier, top);
        var after = units(later, top);
        var lines = new ArrayList<Difference.Line>();
        var all = new LinkedHashMap<>(before);
        after.forEach(all::putIfAbsent);
        all.forEach((id, unit) -> {
            // what left the unit asked for still stands elsewhere
            var was = organization.find(id, earlier).orElse(null);
            var is = organization.find(id, later).orElse(null);
            var what = Difference.What.between(was, is);
            if (!what.isEmpty()) {
                lines.add(new Difference.Line(id, unit.code(), what, was, is));
            }
        });
        return new Difference(earlier, later, counts(before.values(), after.values()), lines);
    }

    private Map<UnitId, Unit> units(LocalDate day, @Nullable UnitId top) {
        var units = new LinkedHashMap<UnitId, Unit>();
        var all = top == null ? organization.units(day) : organization.subtree(top, day);
        all.forEach(unit -> units.put(unit.id(), unit));
        return units;
    }

    private static List<Difference.Count> counts(Collection<Unit> before, Collection<Unit> after) {
        var counts = new TreeMap<String, int[]>();
        before.forEach(unit -> counts.computeIfAbsent(unit.kind(), kind -> new int[2])[0]++);
        after.forEach(unit -> counts.computeIfAbsent(unit.kind(), kind -> new int[2])[1]++);
        return counts.entrySet().stream()
                .map(count -> new Difference.Count(count.getKey(), count.getValue()[0], count.getValue()[1]))
                .toList();
    }
}
