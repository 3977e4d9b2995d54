package org.giaoban.organization;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** All units with all their versions, as they stood at one number of the tree. It never changes; a later one succeeds it. */
record TreeHistory(
        long number,
        Layers<UnitId, List<Node>> versions,
        Layers<String, UnitId> codes,
        Layers<UnitId, Set<UnitId>> below) {

    static final TreeHistory NONE = new TreeHistory(-1, Layers.of(Map.of()), Layers.of(Map.of()), Layers.of(Map.of()));

    /** As the database orders identifiers: all bits of them, without a sign. */
    static final Comparator<UnitId> BY_ID = comparing(UnitId::value, (one, other) -> {
        var high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    });

    /** By kind and code; the database's collation puts the underscore before everything else a code may hold. */
    static final Comparator<Node> IN_TREE =
            comparing(Node::rank).thenComparing(node -> node.unit().code().replace('_', ' '));

    private static final UnitId NOBODY = new UnitId(new UUID(0, 0));

    /** A version of a unit with the rank of its kind and its names without tones. */
    record Node(Unit unit, short rank, String folded) {}

    /** A unit with all its versions, oldest first. */
    record Life(UnitId id, String code, List<Node> versions) {}

    /** This history with some units anew. */
    TreeHistory with(long later, Collection<Life> lives) {
        var changed = new HashMap<UnitId, List<Node>>();
        var named = new HashMap<String, UnitId>();
        var under = new HashMap<UnitId, Set<UnitId>>();
        for (var life : lives) {
            changed.put(life.id(), life.versions());
            named.put(life.code(), life.id());
            for (var version : life.versions()) {
                under.computeIfAbsent(above(version.unit()), parent -> new HashSet<>(ever(parent)))
                        .add(life.id());
            }
        }
        return new TreeHistory(later, versions.with(changed), codes.with(named), below.with(under));
    }

    private static UnitId above(Unit unit) {
        return Objects.requireNonNullElse(unit.parent(), NOBODY);
    }

    /** Units that ever stood right under a unit, and perhaps some that were only planned to. */
    private Set<UnitId> ever(UnitId parent) {
        return Objects.requireNonNullElse(below.get(parent), Set.of());
    }

    List<Node> versions(UnitId id) {
        return Objects.requireNonNullElse(versions.get(id), List.of());
    }

    /** Only units that existed on some day: a plan may have reserved the code of one that is to be. */
    Optional<UnitId> byCode(String code) {
        return Optional.ofNullable(codes.get(code)).filter(id -> !versions(id).isEmpty());
    }

    @Nullable
    Node on(UnitId id, LocalDate day) {
        return on(versions(id), day);
    }

    static @Nullable Node on(List<Node> versions, LocalDate day) {
        for (var version : versions) {
            if (version.unit().valid().contains(day)) {
                return version;
            }
        }
        return null;
    }

    /** The unit's version of that day; of one not living then, the version nearest before it, else the first. */
    Optional<Unit> nearest(UnitId id, LocalDate day) {
        var all = versions(id);
        var last = all.isEmpty() ? null : all.getFirst().unit();
        for (var version : all) {
            if (!version.unit().valid().from().isAfter(day)) {
                last = version.unit();
            }
        }
        return Optional.ofNullable(last);
    }

    /** The units right below on that day, or those at the top, in no order. */
    List<Node> children(@Nullable UnitId parent, LocalDate day) {
        var children = new ArrayList<Node>();
        for (var id : ever(parent == null ? NOBODY : parent)) {
            var child = on(id, day);
            if (child != null && Objects.equals(child.unit().parent(), parent)) {
                children.add(child);
            }
        }
        return children;
    }

    /** The unit and all below it on that day, in no order; nothing below one that does not live then. */
    Set<UnitId> subtree(UnitId top, LocalDate day) {
        var found = new HashSet<UnitId>();
        var waiting = new ArrayList<UnitId>();
        if (on(top, day) != null) {
            waiting.add(top);
        }
        while (!waiting.isEmpty()) {
            var id = waiting.removeLast();
            if (found.add(id)) {
                children(id, day).forEach(child -> waiting.add(child.unit().id()));
            }
        }
        return found;
    }

    /** Whether the unit is the top or stands below it on that day. */
    boolean under(UnitId top, UnitId unit, LocalDate day) {
        return stoodWithin(Set.of(top), on(unit, day), day);
    }

    /** Whether a unit that does not live that day stood within these on its last day before, or is to on its first after. */
    boolean belonged(UnitId id, LocalDate day, Set<UnitId> within) {
        return nearest(id, day)
                .map(Unit::valid)
                .map(valid -> valid.from().isAfter(day) ? valid.from() : valid.until())
                .map(end -> end.isAfter(day) ? end : end.minusDays(1))
                .filter(then -> stoodWithin(within, on(id, then), then))
                .isPresent();
    }

    private boolean stoodWithin(Set<UnitId> units, @Nullable Node from, LocalDate day) {
        var node = from;
        for (var step = 0; node != null && step <= TreeRepository.DEEPEST; step++) {
            if (units.contains(node.unit().id())) {
                return true;
            }
            node = node.unit().parent() instanceof UnitId above ? on(above, day) : null;
        }
        return false;
    }

    /** Every unit that has or had a version. */
    Set<UnitId> all() {
        var all = versions.keys();
        all.removeIf(id -> versions(id).isEmpty());
        return all;
    }

    /** The days on which some unit began, ended or became different. */
    NavigableSet<LocalDate> turningDays() {
        var days = new TreeSet<LocalDate>();
        versions.each(life -> life.forEach(version -> {
            days.add(version.unit().valid().from());
            Optional.ofNullable(version.unit().valid().until()).ifPresent(days::add);
        }));
        return days;
    }

    /** Whether the unit exists on every day of the range. */
    boolean livesThrough(UnitId id, DateRange range) {
        var day = range.from();
        for (var version : versions(id)) {
            var valid = version.unit().valid();
            if (valid.contains(day)) {
                var end = valid.until();
                if (end == null || range.until() != null && !end.isBefore(range.until())) {
                    return true;
                }
                day = end;
            }
        }
        return false;
    }
}
