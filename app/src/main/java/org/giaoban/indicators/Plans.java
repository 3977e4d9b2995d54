package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.indicators.FigureLine.Plan;
import org.giaoban.indicators.TargetRepository.Target;
import org.giaoban.indicators.Tree.Source;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a tree: a unit's own, or, for what may be added up, those of the units below together. Where today's
 * tree is asked about the past, a unit's own are those of the units it stands for, by their shares.
 */
final class Plans {

    private final Map<Integer, Map<UnitId, Map<String, Target>>> own = new HashMap<>();

    Plans(List<Target> targets) {
        targets.forEach(target -> own.computeIfAbsent(target.year(), year -> new HashMap<>())
                .computeIfAbsent(target.unit(), unit -> new HashMap<>())
                .put(target.indicator(), target));
    }

    /** A run of months that is no part of one year has no target. */
    Plan plan(Tree tree, UnitId unit, Indicator indicator, Period period) {
        var ofYear = own.get(period.year());
        return ofYear == null || period.kind() == Period.Kind.STRETCH
                ? Plan.NONE
                : whole(tree, unit, plan(tree, unit, indicator, period, ofYear));
    }

    /** The parts of what was divided within the tree add up to all of it again. */
    private static Plan whole(Tree tree, UnitId unit, Plan plan) {
        var root = tree.branches().getFirst().id().equals(unit);
        return plan.estimated() && root && tree.parts().isEmpty() ? new Plan(plan.year(), plan.pace(), false) : plan;
    }

    private static Plan plan(
            Tree tree, UnitId unit, Indicator indicator, Period period, Map<UnitId, Map<String, Target>> own) {
        var sources = tree.sources(unit);
        if (!indicator.additive()) {
            return rate(sources, indicator, period, own);
        }
        var given = Plan.NONE;
        var handedUp = Plan.NONE;
        for (var source : sources) {
            var plan = part(own(source, indicator, period, own), source.share());
            given = source.handedUp() ? given : plus(given, plan);
            handedUp = source.handedUp() ? plus(handedUp, plan) : handedUp;
        }
        return given.year() == null ? plus(handedUp, below(tree, unit, indicator, period, own)) : given;
    }

    /** A rate cannot be added up or divided: it counts where all who had one had the same. */
    private static Plan rate(
            List<Source> sources, Indicator indicator, Period period, Map<UnitId, Map<String, Target>> own) {
        var plans = sources.stream()
                .filter(source -> !source.handedUp())
                .map(source -> own(source, indicator, period, own))
                .filter(plan -> plan.year() != null)
                .toList();
        var years = plans.stream()
                .map(Plan::year)
                .filter(Objects::nonNull)
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .count();
        return years == 1 ? plans.getFirst() : Plan.NONE;
    }

    private static Plan own(Source source, Indicator indicator, Period period, Map<UnitId, Map<String, Target>> own) {
        var target = own.getOrDefault(source.unit(), Map.of()).get(indicator.code());
        return target == null
                ? Plan.NONE
                : new Plan(target.value(), target.phasing().due(target.value(), indicator, period), false);
    }

    private static Plan part(Plan plan, BigDecimal share) {
        var year = plan.year();
        var pace = plan.pace();
        return year == null || pace == null || share.compareTo(BigDecimal.ONE) == 0
                ? plan
                : new Plan(year.multiply(share), pace.multiply(share), true);
    }

    private static Plan below(
            Tree tree, UnitId unit, Indicator indicator, Period period, Map<UnitId, Map<String, Target>> own) {
        var sum = Plan.NONE;
        for (var child : tree.below(unit)) {
            sum = plus(sum, plan(tree, child, indicator, period, own));
        }
        return sum;
    }

    private static Plan plus(Plan one, Plan other) {
        return new Plan(
                sum(one.year(), other.year()), sum(one.pace(), other.pace()), one.estimated() || other.estimated());
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.add(other);
    }
}
