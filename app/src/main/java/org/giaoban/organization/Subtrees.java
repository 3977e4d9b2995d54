package org.giaoban.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.TreeHistory.Node;
import org.jspecify.annotations.Nullable;

/** Walks down the tree; a country's walk is done once for all days between two changes of the tree. */
final class Subtrees {

    private static final int MOST_UNITS = 400_000;

    private final TreeAnswers<Below, Map<Unit, Integer>> large =
            new TreeAnswers<>(MOST_UNITS, (below, units) -> units.size());
    private final int least;
    private volatile @Nullable Turns turns;

    /** Keeps walks over so many units or more; smaller ones are done as fast as they are looked up. */
    Subtrees(int least) {
        this.least = least;
    }

    /** The tops and all units below them on a day, down to a depth. */
    record Below(Set<UnitId> tops, LocalDate day, int deepest) {

        private Below since(@Nullable LocalDate turn) {
            return new Below(tops, turn == null ? LocalDate.MIN : turn, deepest);
        }
    }

    /** The days on which a history's tree became another one; from one to the next it stayed as it was. */
    private record Turns(TreeHistory history, NavigableSet<LocalDate> days) {}

    /** Parents before children, with the depth counted from the tops. */
    Map<Unit, Integer> of(TreeHistory history, Below wanted) {
        var seen = turns;
        if (seen != null && seen.history() == history) {
            var known = large.of(history).getIfPresent(wanted.since(seen.days().floor(wanted.day())));
            if (known != null) {
                return known;
            }
        }
        var found = Collections.unmodifiableMap(walk(history, wanted));
        if (found.size() >= least) {
            keep(history, wanted, found);
        }
        return found;
    }

    private void keep(TreeHistory history, Below wanted, Map<Unit, Integer> found) {
        var seen = turns;
        if (seen == null || seen.history() != history) {
            seen = new Turns(history, history.turningDays());
            turns = seen;
        }
        large.of(history).put(wanted.since(seen.days().floor(wanted.day())), found);
    }

    private static Map<Unit, Integer> walk(TreeHistory history, Below wanted) {
        var found = new LinkedHashMap<Unit, Integer>();
        var seen = new HashSet<UnitId>();
        var day = wanted.day();
        var level = wanted.tops().stream().map(id -> history.on(id, day)).toList();
        for (var depth = 0; depth <= wanted.deepest() && !level.isEmpty(); depth++) {
            var here = level.stream()
                    .filter(Objects::nonNull)
                    .filter(node -> seen.add(node.unit().id()))
                    .sorted(TreeHistory.IN_TREE)
                    .toList();
            var next = new ArrayList<@Nullable Node>();
            for (var node : here) {
                found.put(node.unit(), depth);
                next.addAll(history.children(node.unit().id(), day));
            }
            level = next;
        }
        return found;
    }
}
