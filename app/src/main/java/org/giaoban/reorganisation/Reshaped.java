package org.giaoban.reorganisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The tree after a plan beside the tree before, and what is wrong with it. */
record Reshaped(
        Map<String, Standing> before,
        Map<String, Place> after,
        List<Flow> flows,
        Map<String, String> documents,
        List<Fault> faults) {

    private static final int DEEPEST = 64;

    /** A unit that is known to be in the tree after. */
    Place place(String code) {
        return Objects.requireNonNull(after.get(code), code);
    }

    /** Codes of units that exist no longer. */
    Set<String> ended() {
        var ended = new LinkedHashSet<>(before.keySet());
        ended.removeAll(after.keySet());
        return ended;
    }

    /** Codes of units that are new. */
    Set<String> founded() {
        var founded = new LinkedHashSet<>(after.keySet());
        founded.removeAll(before.keySet());
        return founded;
    }

    /** Codes of units that go on under another name, kind or parent. */
    Set<String> changed() {
        return after.keySet().stream()
                .filter(code ->
                        before.get(code) instanceof Standing was && !was.place().equals(after.get(code)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The units of the tree after that take over from each ended unit, with their shares. */
    Map<String, List<Flow>> heirs() {
        var steps = flows.stream().collect(Collectors.groupingBy(Flow::from));
        var heirs = new LinkedHashMap<String, List<Flow>>();
        for (var code : ended()) {
            var found = new LinkedHashMap<String, Flow>();
            follow(steps, new Flow(code, code, BigDecimal.ONE, false), found, 0);
            heirs.put(code, new ArrayList<>(found.values()));
        }
        return heirs;
    }

    private void follow(Map<String, List<Flow>> steps, Flow so, Map<String, Flow> found, int depth) {
        if (after.containsKey(so.to())) {
            found.merge(
                    so.to(),
                    so,
                    (one, other) -> new Flow(
                            one.from(),
                            one.to(),
                            one.share().add(other.share()),
                            one.estimated() || other.estimated()));
        } else if (depth < DEEPEST) {
            for (var step : steps.getOrDefault(so.to(), List.of())) {
                var share = so.share().multiply(step.share()).stripTrailingZeros();
                follow(
                        steps,
                        new Flow(so.from(), step.to(), share, so.estimated() || step.estimated()),
                        found,
                        depth + 1);
            }
        }
    }
}
