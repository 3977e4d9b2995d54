package org.giaoban.organization;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.giaoban.access.Scope;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.TreeHistory.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds units by words without tones in the tree in memory, which is quicker than asking for them. */
@Component
class TreeSearch {

    private final TreeMemory memory;

    TreeSearch(TreeMemory memory) {
        this.memory = memory;
    }

    /** Words of a name, in any order, or the beginning of a code. */
    private record Words(String folded, String[] each) {

        static Words of(String typed) {
            var folded = VietnameseText.fold(typed).strip();
            return new Words(folded, folded.split("\\s+"));
        }

        boolean name(Node node) {
            for (var word : each) {
                if (!node.folded().contains(word)) {
                    return node.unit().code().toLowerCase(Locale.ROOT).startsWith(folded);
                }
            }
            return true;
        }
    }

    /** Units whose name on that day holds every word, or whose code begins so, in the order of the tree. */
    List<Unit> on(LocalDate day, String typed, Scope scope, int limit) {
        return on(day, typed, node -> scope.contains(node.unit().id()), TreeHistory.IN_TREE, limit);
    }

    /** As {@link #on(LocalDate, String, Scope, int)} among those wanted, by code from one on. */
    List<Unit> byCode(LocalDate day, String typed, Predicate<Unit> wanted, int limit) {
        return on(
                day,
                typed,
                node -> wanted.test(node.unit()),
                comparing(node -> node.unit().code()),
                limit);
    }

    private List<Unit> on(LocalDate day, String typed, Predicate<Node> wanted, Comparator<Node> order, int limit) {
        var words = Words.of(typed);
        return first(order, limit, versions -> {
            var node = TreeHistory.on(versions, day);
            return node != null && words.name(node) && wanted.test(node) ? node : null;
        });
    }

    /** Units by any name up to that day: each once, as it was last so called; those of the day first. */
    List<Unit> ever(LocalDate day, String typed, Scope scope, int limit) {
        var words = Words.of(typed);
        Comparator<Node> order = comparing(node -> !node.unit().valid().contains(day));
        return first(order.thenComparing(TreeHistory.IN_TREE), limit, versions -> {
            var named = lastNamed(words, versions, day);
            return named != null && scope.contains(named.unit().id()) ? named : null;
        });
    }

    private static @Nullable Node lastNamed(Words words, List<Node> versions, LocalDate day) {
        for (var version : versions.reversed()) {
            if (!version.unit().valid().from().isAfter(day) && words.name(version)) {
                return version;
            }
        }
        return null;
    }

    /** The first of the chosen versions, one of each unit at most; the rest is not even sorted. */
    private List<Unit> first(Comparator<Node> order, int limit, Function<List<Node>, @Nullable Node> chosen) {
        var best = new PriorityQueue<Node>(order.reversed());
        memory.now().versions().each(versions -> {
            var node = chosen.apply(versions);
            if (node != null) {
                best.add(node);
                if (best.size() > limit) {
                    best.remove();
                }
            }
        });
        var sorted = new ArrayList<>(best);
        sorted.sort(order);
        return sorted.stream().map(Node::unit).toList();
    }
}
