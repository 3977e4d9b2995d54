package org.giaoban.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.indicators.Headcounts.Stretch;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.Placement.Above;
import org.giaoban.indicators.Placement.Stay;
import org.giaoban.indicators.RollUp.Leaf;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Successions;
import org.giaoban.organization.Successions.Mapped;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;

/** Finds in whose totals units count, by the tree of the last day of each month. Used once, because it remembers the tree. */
final class Placer {

    private final Organization organization;
    private final Successions successions;
    private final OwnerRepository owners;
    private final Headcounts headcounts;
    private final Map<Spot, Stay> stays = new HashMap<>();
    private final Map<Spot, List<UnitId>> ways = new HashMap<>();
    private final Map<UnitId, Owner> known = new HashMap<>();

    Placer(Organization organization, Successions successions, OwnerRepository owners, Headcounts headcounts) {
        this.organization = organization;
        this.successions = successions;
        this.owners = owners;
        this.headcounts = headcounts;
    }

    private record Spot(UnitId unit, LocalDate day) {}

    Placement of(UnitId unit, int year) {
        var versions = organization.versions(unit);
        var months = new ArrayList<Stay>();
        Stretch before = null;
        for (var month = 1; month <= Run.MONTHS; month++) {
            var day = Period.month(year, month).lastDay();
            var stretch = headcounts.stretch(day);
            // Between two changes of the tree everybody stays where they are.
            months.add(stretch.equals(before) ? months.getLast() : stay(unit, versions, day));
            before = stretch;
        }
        return new Placement(months);
    }

    private Stay stay(UnitId unit, List<Unit> versions, LocalDate day) {
        for (var version : versions) {
            if (version.valid().contains(day)) {
                return stands(version, day);
            }
        }
        var end = versions.isEmpty() ? null : versions.getLast().valid().until();
        return end == null || end.isAfter(day) ? Stay.NONE : ended(unit, end, day);
    }

    /** Units right below the same one that have nobody below them all count in the same totals. */
    private Stay stands(Unit unit, LocalDate day) {
        var parent = unit.parent();
        return parent == null || !organization.children(unit.id(), day).isEmpty()
                ? throughout(unit.id(), day)
                : stays.computeIfAbsent(new Spot(parent, day), spot -> throughout(unit.id(), day));
    }

    private Stay throughout(UnitId unit, LocalDate day) {
        return new Stay(Leaf.THROUGHOUT, above(List.of(new Mapped(unit, BigDecimal.ONE, false)), day));
    }

    /** What it said for the first months of the year counts where its heirs stand. */
    private Stay ended(UnitId unit, LocalDate end, LocalDate day) {
        var spoke = end.withDayOfMonth(1).minusDays(1);
        return spoke.getYear() < day.getYear()
                ? Stay.NONE
                : new Stay(spoke.getMonthValue(), above(successions.mapTo(unit, spoke, day), day));
    }

    private List<Above> above(List<Mapped> heirs, LocalDate day) {
        var shares = new LinkedHashMap<UnitId, BigDecimal>();
        var branches = new HashMap<UnitId, Set<UnitId>>();
        for (var heir : heirs) {
            var branch = heir.unit();
            for (var above : way(heir.unit(), day)) {
                shares.merge(above, heir.share(), BigDecimal::add);
                branches.computeIfAbsent(above, unit -> new HashSet<>()).add(branch);
                branch = above;
            }
        }
        var all = new ArrayList<Above>();
        shares.forEach((unit, share) -> all.add(new Above(
                owner(unit, day),
                share.compareTo(BigDecimal.ONE) == 0 ? BigDecimal.ONE : share,
                branches.getOrDefault(unit, Set.of()).size())));
        return all;
    }

    /** The unit itself, where others stand below it, then what it stands under, upwards. */
    private List<UnitId> way(UnitId unit, LocalDate day) {
        var up = organization
                .find(unit, day)
                .map(Unit::parent)
                .map(parent -> wayUp(parent, day))
                .orElse(List.of());
        if (organization.children(unit, day).isEmpty()) {
            return up;
        }
        var way = new ArrayList<>(List.of(unit));
        way.addAll(up);
        return way;
    }

    private List<UnitId> wayUp(UnitId parent, LocalDate day) {
        return ways.computeIfAbsent(new Spot(parent, day), spot -> {
            var way = new ArrayList<>(
                    organization.ancestors(parent, day).stream().map(Unit::id).toList());
            way.add(parent);
            return way.reversed();
        });
    }

    private Owner owner(UnitId unit, LocalDate day) {
        return known.computeIfAbsent(unit, id -> {
            @Nullable Owner owner = owners.of(List.of(id)).get(id);
            return owner == null ? owners.register(organization.get(id, day)) : owner;
        });
    }
}
