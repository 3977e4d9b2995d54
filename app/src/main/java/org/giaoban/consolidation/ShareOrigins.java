package org.giaoban.consolidation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.giaoban.consolidation.AsNow.Source;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.reporting.LevelForms;
import org.giaoban.reporting.ReturnStamps;
import org.springframework.stereotype.Component;

/** Tells where the share of each unit below comes from, by version. */
@Component
class ShareOrigins {

    static final Source NONE = new Source(Source.Kind.NONE, null, "");
    private static final int FEW = 3;

    private final LevelRepository reports;
    private final ReturnStamps returns;
    private final LevelForms forms;
    private final Organization organization;

    ShareOrigins(LevelRepository reports, ReturnStamps returns, LevelForms forms, Organization organization) {
        this.reports = reports;
        this.returns = returns;
        this.forms = forms;
        this.organization = organization;
    }

    /**
     * By unit.
     *
     * @param standing the units that stand by a report of their own
     */
    Map<UnitId, Source> of(Target target, Collection<UnitId> units, Set<UnitId> standing) {
        var period = target.period();
        var sources = new HashMap<UnitId, Source>();
        if (!standing.isEmpty()) {
            reports.of(standing, target.form().code(), period)
                    .forEach((unit, row) ->
                            sources.put(unit, new Source(Source.Kind.REPORT, row.id(), "v" + row.version())));
        }
        var branch = new HashMap<UnitId, UnitId>();
        units.stream()
                .filter(unit -> !sources.containsKey(unit))
                .forEach(unit -> organization.subtree(unit, period.lastDay()).stream()
                        .map(Unit::id)
                        .forEach(below -> branch.put(below, unit)));
        var stamps = new HashMap<UnitId, TreeSet<String>>();
        returns.of(branch.keySet(), forms.movedBy(target.form().code()), period)
                .forEach(one -> stamps.computeIfAbsent(
                                Objects.requireNonNull(branch.get(one.unit())), unit -> new TreeSet<>())
                        .add(one.written()));
        stamps.forEach(
                (unit, all) -> sources.put(unit, new Source(Source.Kind.RETURNS, null, stamp(List.copyOf(all)))));
        return sources;
    }

    /** A few by name, many by their number and a fingerprint. */
    private static String stamp(List<String> all) {
        return all.size() <= FEW
                ? String.join("; ", all)
                : all.size() + " · " + Hashes.of(String.join("\n", all)).substring(0, 16);
    }
}
