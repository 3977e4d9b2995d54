package org.giaoban.reporting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Pacing;
import org.giaoban.indicators.Pacing.Due;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Component;

/** Asks why a figure stays far behind its plan: nothing is sent until the unit has said so. */
@Component
class PaceCheck {

    static final String RULE = "PACE";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PaceRules rules;
    private final Pacing pacing;

    PaceCheck(PaceRules rules, Pacing pacing) {
        this.rules = rules;
        this.pacing = pacing;
    }

    /** What the plans of these units let expect; asks nothing while no threshold holds. */
    Map<UnitId, Map<String, Due>> due(Collection<UnitId> units, Period period) {
        return rules.any(period.lastDay()) ? pacing.due(units, period) : Map.of();
    }

    /** The figures of a return that lie below their threshold. */
    List<Found> of(ReturnKey key, Content content, Map<String, Due> due) {
        var found = new ArrayList<Found>();
        for (String code : key.form().indicators()) {
            var plan = due.get(code);
            var entry = content.values().get(code);
            if (plan != null && entry != null) {
                below(key, plan, entry).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Found> below(ReturnKey key, Due plan, Entry entry) {
        var before = plan.before();
        var least = rules.least(plan.indicator().code(), key.period().lastDay());
        if (before == null || least.isEmpty() || plan.year().signum() <= 0) {
            return Optional.empty();
        }
        return entry.figure()
                .amount()
                .map(before::add)
                .filter(sofar -> behind(plan, sofar, least.get()))
                .map(sofar -> found(plan, sofar, entry));
    }

    /** Less than the threshold's share of what is due; where less is better, more than what is due by as much. */
    private static boolean behind(Due plan, BigDecimal sofar, BigDecimal least) {
        return plan.indicator().direction() == Indicator.Direction.LESS
                ? sofar.multiply(least).compareTo(plan.byThen().multiply(HUNDRED)) > 0
                : sofar.multiply(HUNDRED).compareTo(plan.byThen().multiply(least)) < 0;
    }

    private static Found found(Due plan, BigDecimal sofar, Entry entry) {
        boolean explained = entry.reason() != null;
        int decimals = Math.max(plan.indicator().decimals(), 0);
        return new Found(
                RULE,
                explained ? Severity.REASON : Severity.BLOCKING,
                "reporting.finding.pace",
                plan.indicator().code(),
                explained ? "reporting.pace.explained" : "reporting.pace.below",
                List.of(
                        plan.indicator().name(),
                        percent(sofar, plan.year()),
                        percent(plan.byThen(), plan.year()),
                        Formats.number(sofar, decimals),
                        Formats.number(plan.year(), decimals)),
                entry.place());
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return Formats.percent(part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64), 1);
    }
}
