package org.giaoban.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Days on which a unit, or what stands right below it, became another: where a row of figures breaks. */
@Service
@Transactional(readOnly = true)
public class Milestones {

    private static final int NAMED = 4;

    private final Organization organization;
    private final Successions successions;

    Milestones(Organization organization, Successions successions) {
        this.organization = organization;
        this.successions = successions;
    }

    /** A day and what happened, in words. */
    public record Milestone(LocalDate day, String text) {}

    /** Those within the days, oldest first, one a day. Whoever calls has asked for the right to see the unit. */
    public List<Milestone> of(UnitId unit, DateRange days) {
        var told = new TreeMap<LocalDate, List<String>>();
        itself(unit, days, told);
        below(unit, days, told);
        return told.entrySet().stream()
                .map(day -> new Milestone(day.getKey(), String.join("; ", day.getValue())))
                .toList();
    }

    private void itself(UnitId unit, DateRange days, TreeMap<LocalDate, List<String>> told) {
        var versions = organization.versions(unit);
        for (var number = 0; number < versions.size(); number++) {
            var version = versions.get(number);
            if (days.contains(version.valid().from())) {
                add(told, version.valid().from(), number == 0 ? founded() : change(versions.get(number - 1), version));
            }
        }
        related(unit, successions.into(unit), Succession::from, "took", days, told);
        related(unit, successions.of(unit), Succession::to, "gave", days, told);
        var end = versions.isEmpty() ? null : versions.getLast().valid().until();
        if (end != null && days.contains(end)) {
            add(told, end, Texts.text("organization.milestone.ended"));
        }
    }

    private static String founded() {
        return Texts.text("organization.milestone.founded");
    }

    private String change(Unit before, Unit after) {
        var words = new ArrayList<String>();
        if (!before.name().equals(after.name())) {
            words.add(Texts.text("organization.milestone.renamed", before.name(), after.name()));
        }
        var above = after.parent();
        if (above != null && !above.equals(before.parent())) {
            var name = organization.names(List.of(above), after.valid().from()).getOrDefault(above, "");
            words.add(Texts.text("organization.milestone.moved", name));
        }
        if (!before.kind().equals(after.kind())) {
            words.add(Texts.text(
                    "organization.milestone.kind",
                    organization.kind(after.kind()).name()));
        }
        return String.join("; ", words);
    }

    private void related(
            UnitId unit,
            List<Succession> steps,
            java.util.function.Function<Succession, UnitId> other,
            String verb,
            DateRange days,
            TreeMap<LocalDate, List<String>> told) {
        steps.stream()
                .filter(step -> days.contains(step.day()) && !other.apply(step).equals(unit))
                .collect(Collectors.groupingBy(
                        Succession::day, TreeMap::new, Collectors.mapping(other, Collectors.toList())))
                .forEach((day, units) -> {
                    // what a unit took in is named as it was the day before, what came after it as of the day
                    var named = organization.shortNames(units, verb.equals("took") ? day.minusDays(1) : day);
                    var names =
                            units.stream().map(id -> named.getOrDefault(id, "")).toList();
                    add(told, day, Texts.text("organization.milestone." + verb, listed(names)));
                });
    }

    private void below(UnitId unit, DateRange days, TreeMap<LocalDate, List<String>> told) {
        var joined = new TreeMap<LocalDate, List<String>>();
        var left = new TreeMap<LocalDate, List<String>>();
        for (var child : ever(unit, days)) {
            var versions = organization.versions(child);
            for (var number = 0; number < versions.size(); number++) {
                var version = versions.get(number);
                var under = unit.equals(version.parent());
                var before = number > 0 && unit.equals(versions.get(number - 1).parent());
                if (under && !before && days.contains(version.valid().from())) {
                    add(joined, version.valid().from(), version.shortName());
                } else if (!under && before && days.contains(version.valid().from())) {
                    add(left, version.valid().from(), versions.get(number - 1).shortName());
                }
            }
            var last = versions.getLast();
            var end = last.valid().until();
            if (end != null && unit.equals(last.parent()) && days.contains(end)) {
                add(left, end, last.shortName());
            }
        }
        left.forEach((day, names) -> add(told, day, Texts.text("organization.milestone.left", listed(names))));
        joined.forEach((day, names) -> add(told, day, Texts.text("organization.milestone.joined", listed(names))));
    }

    /** The units that stood right below at the turn of some month. */
    private Set<UnitId> ever(UnitId unit, DateRange days) {
        var ever = new LinkedHashSet<UnitId>();
        var until = days.lastDay().orElse(days.from());
        for (var day = days.from().minusDays(1); day.isBefore(until); day = day.plusMonths(1)) {
            organization.children(unit, day).forEach(child -> ever.add(child.id()));
        }
        organization.children(unit, until).forEach(child -> ever.add(child.id()));
        return ever;
    }

    private static String listed(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED
                ? first
                : Texts.text("organization.milestone.more", first, String.valueOf(names.size() - NAMED));
    }

    private static void add(TreeMap<LocalDate, List<String>> told, LocalDate day, String words) {
        if (!words.isEmpty()) {
            told.computeIfAbsent(day, key -> new ArrayList<>()).add(words);
        }
    }
}
