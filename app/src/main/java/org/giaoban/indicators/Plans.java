package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.FigureLine.Plan;
import org.giaoban.indicators.TargetRepository.Target;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** The targets of a tree: a unit's own, or, for what may be added up, those of the units below together. */
final class Plans {

    private final Map<Integer, Map<UnitId, Map<String, Target>>> own = new HashMap<>();

    Plans(List<Target> targets) {
        targets.forEach(target -> own.computeIfAbsent(target.year(), year -> new HashMap<>())
                .computeIfAbsent(target.unit(), unit -> new HashMap<>())
                .put(target.indicator(), target));
    }

    Plan plan(Tree tree, UnitId unit, Indicator indicator, Period period) {
        var ofYear = own.get(period.year());
        return ofYear == null ? Plan.NONE : plan(tree, unit, indicator, period, ofYear);
    }

    private static Plan plan(
            Tree tree, UnitId unit, Indicator indicator, Period period, Map<UnitId, Map<String, Target>> own) {
        var ofUnit = own.get(unit);
        var target = ofUnit == null ? null : ofUnit.get(indicator.code());
        if (target != null) {
            return new Plan(target.value(), target.phasing().due(target.value(), indicator, period));
        }
        if (!indicator.additive()) {
            return Plan.NONE;
        }
        var sum = Plan.NONE;
        for (var child : tree.below(unit)) {
            sum = plus(sum, plan(tree, child, indicator, period, own));
        }
        return sum;
    }

    private static Plan plus(Plan one, Plan other) {
        return new Plan(sum(one.year(), other.year()), sum(one.pace(), other.pace()));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.add(other);
    }
}
