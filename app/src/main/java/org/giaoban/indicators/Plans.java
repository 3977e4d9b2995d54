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

    private final Map<Key, Target> own = new HashMap<>();

    private record Key(UnitId unit, String indicator, int year) {}

    Plans(List<Target> targets) {
        targets.forEach(target -> own.put(new Key(target.unit(), target.indicator(), target.year()), target));
    }

    Plan plan(Tree tree, UnitId unit, Indicator indicator, Period period) {
        var target = own.get(new Key(unit, indicator.code(), period.year()));
        if (target != null) {
            return new Plan(target.value(), target.phasing().due(target.value(), indicator, period));
        }
        if (!indicator.additive()) {
            return Plan.NONE;
        }
        var sum = Plan.NONE;
        for (var child : tree.below(unit)) {
            sum = plus(sum, plan(tree, child, indicator, period));
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
