package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.consolidation.AsNow.Line;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.reporting.LevelForms;
import org.springframework.stereotype.Component;

/** The lists in words that a form asks for, put together over the units below a level. */
@Component
class Listing {

    private final LevelForms forms;
    private final Indicators indicators;
    private final Organization organization;

    Listing(LevelForms forms, Indicators indicators, Organization organization) {
        this.forms = forms;
        this.indicators = indicators;
        this.organization = organization;
    }

    /** The level's lists, and what each unit right below brings into them. */
    record Listed(Map<String, Line> lines, Map<UnitId, Share> shares) {}

    /** A unit right below with what it and all below it wrote. */
    record Share(String name, Map<String, Stated> lists) {}

    Collection<UnitId> below(Target target) {
        return organization.children(target.unit().id(), target.period().lastDay()).stream()
                .map(Unit::id)
                .toList();
    }

    /**
     * Nothing where nobody wrote anything.
     *
     * @param standing what units right below sent up themselves; for them no return is read
     * @param also lists to be told of although they may be empty by now
     */
    Listed of(Target target, Map<UnitId, Map<String, Stated>> standing, Collection<String> also) {
        var day = target.period().lastDay();
        var lists = indicators.of(target.form().lists(), day).stream()
                .filter(indicator -> indicator.type() == Indicator.Type.TEXT)
                .toList();
        if (lists.isEmpty()) {
            return new Listed(Map.of(), Map.of());
        }
        var shares = new LinkedHashMap<UnitId, Share>();
        var written = written(target, standing);
        for (var child : organization.children(target.unit().id(), day)) {
            var sent = standing.get(child.id());
            var theirs = new LinkedHashMap<String, Stated>();
            for (var list : lists) {
                var one = sent == null
                        ? words(written.getOrDefault(child.id(), List.of()), list.code())
                        : sent.getOrDefault(list.code(), Stated.SILENCE);
                if (one.present()) {
                    theirs.put(list.code(), one);
                }
            }
            if (!theirs.isEmpty()) {
                shares.put(child.id(), new Share(child.shortName(), theirs));
            }
        }
        return new Listed(lines(target, lists, shares, also), shares);
    }

    /** By the unit right below: what was written in the returns of its branch. */
    private Map<UnitId, List<LevelForms.Listed>> written(Target target, Map<UnitId, Map<String, Stated>> standing) {
        var day = target.period().lastDay();
        var branch = new HashMap<UnitId, UnitId>();
        var units = new ArrayList<Unit>();
        for (var unit : organization.subtree(target.unit().id(), day)) {
            var parent = unit.parent();
            if (!unit.id().equals(target.unit().id()) && parent != null) {
                var child = parent.equals(target.unit().id()) ? unit.id() : branch.getOrDefault(parent, unit.id());
                branch.put(unit.id(), child);
                if (!standing.containsKey(child)) {
                    units.add(unit);
                }
            }
        }
        var written = new HashMap<UnitId, List<LevelForms.Listed>>();
        forms.lists(units, target.form(), target.period())
                .forEach(one -> written.computeIfAbsent(
                                branch.getOrDefault(one.unit(), one.unit()), id -> new ArrayList<>())
                        .add(one));
        return written;
    }

    private static Stated words(List<LevelForms.Listed> written, String code) {
        return Stated.Words.together(List.of(new Stated.Words(written.stream()
                .filter(one -> one.indicator().equals(code))
                .map(one ->
                        new Stated.Entry(one.unit(), one.unitName(), one.text().strip()))
                .toList())));
    }

    private Map<String, Line> lines(
            Target target, List<Indicator> lists, Map<UnitId, Share> shares, Collection<String> also) {
        var lines = new HashMap<String, Line>();
        var owed = forms.counts(target.unit(), target.form().code(), target.period())
                .expected();
        for (var list : lists) {
            var all = shares.values().stream()
                    .map(share -> share.lists().getOrDefault(list.code(), Stated.SILENCE))
                    .toList();
            var together = Stated.Words.together(all);
            if (together.present() || also.contains(list.code())) {
                var heard = new HashSet<UnitId>();
                together.entries().forEach(entry -> heard.add(entry.unit()));
                lines.put(list.code(), new Line(list, together, Math.max(owed, heard.size()), heard.size()));
            }
        }
        return lines;
    }
}
