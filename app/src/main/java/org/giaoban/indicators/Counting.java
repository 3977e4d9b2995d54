package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.giaoban.indicators.CountedRepository.Counted;
import org.giaoban.indicators.CountedRepository.UnitYear;
import org.giaoban.indicators.Differences.Change;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Successions;
import org.springframework.stereotype.Component;

/**
 * Counts units' years into the totals: compares what was counted of a year with what is said now, and adds the difference.
 * Counting a year again therefore changes nothing. Its caller holds the lock of the counting.
 */
@Component
class Counting {

    /** Units' years in memory at a time. */
    private static final int AT_ONCE = 200;

    private final Organization organization;
    private final Successions successions;
    private final Headcounts headcounts;
    private final Indicators indicators;
    private final OwnerRepository owners;
    private final SheetRepository sheets;
    private final CountedRepository counted;
    private final TotalRepository totals;

    Counting(
            Organization organization,
            Successions successions,
            Headcounts headcounts,
            Indicators indicators,
            OwnerRepository owners,
            SheetRepository sheets,
            CountedRepository counted,
            TotalRepository totals) {
        this.organization = organization;
        this.successions = successions;
        this.headcounts = headcounts;
        this.indicators = indicators;
        this.owners = owners;
        this.sheets = sheets;
        this.counted = counted;
        this.totals = totals;
    }

    void count(Collection<UnitYear> changed) {
        var placer = placer();
        var byYear = new HashMap<Integer, List<UnitYear>>();
        changed.forEach(one ->
                byYear.computeIfAbsent(one.year(), year -> new ArrayList<>()).add(one));
        byYear.forEach((year, units) -> count(year, units, placer));
    }

    private Placer placer() {
        return new Placer(organization, successions, owners, headcounts);
    }

    private void count(int year, List<UnitYear> units, Placer placer) {
        var takings = Takings.of(indicators, year);
        var differences = new Differences();
        for (var from = 0; from < units.size(); from += AT_ONCE) {
            var some = units.subList(from, Math.min(from + AT_ONCE, units.size()));
            var changes = changes(some, placer);
            differences.add(year, changes.values(), takings);
            save(changes);
        }
        var changed = differences.totals();
        if (!changed.isEmpty()) {
            totals.add(changed, differences.owners());
        }
    }

    private Map<UnitYear, Change> changes(List<UnitYear> some, Placer placer) {
        var before = counted.of(some);
        var ids = owners.units(some.stream().map(UnitYear::unit).toList());
        var said = sheets.years(some, before);
        var changes = new HashMap<UnitYear, Change>();
        for (var one : some) {
            var was = before.getOrDefault(one, Counted.NOTHING);
            var id = Objects.requireNonNull(ids.get(one.unit()));
            var now = new Counted(placer.of(id, one.year()), said.getOrDefault(one, YearSheets.NONE));
            if (!now.place().equals(was.place())
                    || !now.said().changedTo(was.said()).isEmpty()) {
                changes.put(one, new Change(was, now));
            }
        }
        return changes;
    }

    private void save(Map<UnitYear, Change> changes) {
        var now = new HashMap<UnitYear, Counted>();
        changes.forEach((one, change) -> now.put(one, change.now()));
        counted.save(now);
    }

    /** Units' years that were counted in other totals than they belong to now. */
    Set<UnitYear> misplaced() {
        var all = new HashMap<UnitYear, byte[]>();
        counted.places(all::put);
        Map<Integer, UnitId> ids =
                owners.units(all.keySet().stream().map(UnitYear::unit).toList());
        var placer = placer();
        var misplaced = new HashSet<UnitYear>();
        all.forEach((one, place) -> {
            var now = placer.of(Objects.requireNonNull(ids.get(one.unit())), one.year());
            if (!now.equals(Placement.read(place))) {
                misplaced.add(one);
            }
        });
        return misplaced;
    }
}
