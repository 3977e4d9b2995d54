package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.giaoban.indicators.Tree.Speaker;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Successions;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Component;

/** Puts the tree of a day together with the units of the same or of an earlier one. */
@Component
class Trees {

    private final Organization organization;
    private final Successions successions;
    private final Headcounts headcounts;

    Trees(Organization organization, Successions successions, Headcounts headcounts) {
        this.organization = organization;
        this.successions = successions;
        this.headcounts = headcounts;
    }

    /**
     * A unit with the tree below it on a day, for what the units of another said.
     *
     * @param since the end of the first month they spoke for; units that ended after it spoke for some months too
     */
    record Key(UnitId root, LocalDate on, LocalDate unitsOn, LocalDate since) {}

    /** A unit that did not exist on that day has an empty tree, and so no figures. */
    Tree of(Key wanted) {
        var units = organization.subtree(wanted.root(), wanted.on());
        if (units.isEmpty()) {
            return Tree.NONE;
        }
        var speakers = new ArrayList<>(
                wanted.on().equals(wanted.unitsOn())
                        ? units.stream()
                                .map(unit -> Speaker.itself(unit, sort(unit, wanted.unitsOn())))
                                .toList()
                        : speakers(wanted));
        speakers.addAll(ended(wanted, units));
        return new Tree(units, speakers);
    }

    /** Units that reported for the first months and then ended: those months are not lost to the year. */
    List<Speaker> ended(Key wanted, List<Unit> units) {
        if (!wanted.since().isBefore(wanted.unitsOn())) {
            return List.of();
        }
        var ids = units.stream().map(Unit::id).toList();
        var speakers = new ArrayList<Speaker>();
        for (var id : successions.endedBefore(ids, wanted.unitsOn())) {
            var last = organization.versions(id).getLast();
            var until = last.valid().until();
            if (until != null && until.isAfter(wanted.since())) {
                var spoke = until.withDayOfMonth(1).minusDays(1);
                speakers.add(Speaker.ended(last, successions.mapTo(id, spoke, wanted.on()), spoke));
            }
        }
        return speakers;
    }

    /** Every unit of then with those that stand for it now; what nobody took over stays with the unit above. */
    private List<Speaker> speakers(Key wanted) {
        var units = organization.units(wanted.unitsOn());
        var ids = units.stream().map(Unit::id).toList();
        var heirs = new HashMap<>(successions.mapTo(ids, wanted.unitsOn(), wanted.on()));
        var speakers = new ArrayList<Speaker>();
        for (var unit : units) {
            var own = heirs.getOrDefault(unit.id(), List.of());
            var above = unit.parent();
            if (own.isEmpty() && above != null) {
                own = heirs.getOrDefault(above, List.of());
                heirs.put(unit.id(), own);
            }
            speakers.add(new Speaker(unit, sort(unit, wanted.unitsOn()), own, null));
        }
        return speakers;
    }

    private UnitSort sort(Unit unit, LocalDate day) {
        return headcounts.of(unit.id(), day).own();
    }
}
