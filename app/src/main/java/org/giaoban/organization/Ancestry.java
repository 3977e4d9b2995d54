package org.giaoban.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.UnitId;

/** All successions in both directions, beside the history they belong to. It never changes. */
record Ancestry(TreeHistory history, Map<UnitId, List<Succession>> out, Map<UnitId, List<Succession>> in) {

    static Ancestry of(TreeHistory history, List<Succession> byDay) {
        var out = new HashMap<UnitId, List<Succession>>();
        var in = new HashMap<UnitId, List<Succession>>();
        for (var one : byDay) {
            out.computeIfAbsent(one.from(), unit -> new ArrayList<>()).add(one);
            in.computeIfAbsent(one.to(), unit -> new ArrayList<>()).add(one);
        }
        return new Ancestry(history, out, in);
    }

    List<Succession> from(UnitId unit) {
        return out.getOrDefault(unit, List.of());
    }

    List<Succession> into(UnitId unit) {
        return in.getOrDefault(unit, List.of());
    }

    private boolean lives(UnitId unit, LocalDate day) {
        return history.on(unit, day) != null;
    }

    /** The units of the later day that stand for a unit of the earlier one; shares add up to what was given on. */
    Map<UnitId, Part> map(UnitId unit, LocalDate from, LocalDate to) {
        var parts = new LinkedHashMap<UnitId, Part>();
        spread(new Walk(to, parts), unit, from, Part.WHOLE);
        return parts;
    }

    /** A share of a unit, and whether it was only estimated on the way. */
    record Part(BigDecimal share, boolean estimated) {
        static final Part WHOLE = new Part(BigDecimal.ONE, false);

        Part of(Succession step) {
            return new Part(share.multiply(step.share()).stripTrailingZeros(), estimated || step.estimated());
        }

        Part less(BigDecimal given) {
            return new Part(share.multiply(BigDecimal.ONE.subtract(given)).stripTrailingZeros(), estimated);
        }

        Part plus(Part other) {
            return new Part(share.add(other.share).stripTrailingZeros(), estimated || other.estimated);
        }
    }

    private record Walk(LocalDate to, Map<UnitId, Part> parts) {}

    /** What a unit has on {@code since} goes the way of its next day of successions; what it keeps waits for the day after. */
    private void spread(Walk walk, UnitId unit, LocalDate since, Part part) {
        var next = next(unit, since, walk.to());
        if (next.isEmpty()) {
            if (lives(unit, walk.to())) {
                walk.parts().merge(unit, part, Part::plus);
            }
            return;
        }
        var given = BigDecimal.ZERO;
        var day = next.getFirst().day();
        for (var step : next) {
            given = given.add(step.share());
            spread(walk, step.to(), day, part.of(step));
        }
        if (given.compareTo(BigDecimal.ONE) < 0) {
            spread(walk, unit, day, part.less(given));
        }
    }

    /** A unit that is gone on the very day passes on what it is given that day. */
    private List<Succession> next(UnitId unit, LocalDate since, LocalDate to) {
        var gone = !lives(unit, since);
        var day = from(unit).stream()
                .map(Succession::day)
                .filter(one -> one.isAfter(since) || gone && one.equals(since))
                .filter(one -> !one.isAfter(to))
                .findFirst();
        return day.map(first -> from(unit).stream()
                        .filter(step -> step.day().equals(first))
                        .toList())
                .orElse(List.of());
    }

    /** The units gone by that day in whose place these stand, however many steps back. */
    Set<UnitId> endedBefore(Collection<UnitId> units, LocalDate day) {
        var found = new HashSet<UnitId>();
        var waiting = new ArrayList<>(units);
        while (!waiting.isEmpty()) {
            for (var step : into(waiting.removeLast())) {
                if (!step.day().isAfter(day) && !lives(step.from(), day) && found.add(step.from())) {
                    waiting.add(step.from());
                }
            }
        }
        return found;
    }

    /** The units living that day that stand in the place of one gone by then, however many steps on. */
    Set<UnitId> standingFor(UnitId unit, LocalDate day) {
        var gone = new HashSet<UnitId>();
        var found = new HashSet<UnitId>();
        var waiting = new ArrayList<>(List.of(unit));
        while (!waiting.isEmpty()) {
            var at = waiting.removeLast();
            if (lives(at, day)) {
                found.add(at);
            } else if (gone.add(at)) {
                from(at).stream().filter(step -> !step.day().isAfter(day)).forEach(step -> waiting.add(step.to()));
            }
        }
        return found;
    }

    /** Everything before or after a unit, each with the number of steps to it. */
    Map<UnitId, Integer> reach(UnitId unit, boolean backwards, int most) {
        var steps = new LinkedHashMap<UnitId, Integer>();
        steps.put(unit, 0);
        var waiting = new java.util.ArrayDeque<>(List.of(unit));
        while (!waiting.isEmpty() && steps.size() < most) {
            var at = waiting.remove();
            for (var step : backwards ? into(at) : from(at)) {
                var other = backwards ? step.from() : step.to();
                if (steps.size() < most && steps.putIfAbsent(other, steps.getOrDefault(at, 0) + 1) == null) {
                    waiting.add(other);
                }
            }
        }
        return steps;
    }
}
