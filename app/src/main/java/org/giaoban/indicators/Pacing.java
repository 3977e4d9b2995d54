package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.INDICATOR;
import static org.giaoban.indicators.db.Tables.INDICATOR_VALUE;
import static org.giaoban.indicators.db.Tables.OWNER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.TargetRepository.Target;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What units' own plans of a year let expect by the end of a period, and what they reported of it before. */
@Service
@Transactional(readOnly = true)
public class Pacing {

    /** Units; with a plan for every indicator there is, still fewer rows than are fetched in one go. */
    private static final int AT_ONCE = 300;

    private final TargetRepository targets;
    private final PlanRepository plans;
    private final OwnerRepository owners;
    private final Indicators indicators;
    private final DSLContext db;

    Pacing(
            TargetRepository targets,
            PlanRepository plans,
            OwnerRepository owners,
            Indicators indicators,
            DSLContext db) {
        this.targets = targets;
        this.plans = plans;
        this.owners = owners;
        this.indicators = indicators;
        this.db = db;
    }

    /**
     * A plan of the year.
     *
     * @param byThen the part of it that is due by the end of the period
     * @param before what was reported in the year's periods before; nothing for a level, null when one of them is missing
     */
    public record Due(
            Indicator indicator,
            BigDecimal year,
            BigDecimal byThen,
            @Nullable BigDecimal before) {}

    /** By unit and indicator code; units and indicators without a plan, or without a better direction, are left out. */
    public Map<UnitId, Map<String, Due>> due(Collection<UnitId> units, Period period) {
        var known = planned(units, period.year());
        var wanted = current(known, period.year());
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var catalogue = indicators.catalogue(period.lastDay()).stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        var earlier = earlier(period);
        var reported = reported(known.values(), wanted, earlier);
        var due = new HashMap<UnitId, Map<String, Due>>();
        for (var plan : wanted) {
            var indicator = catalogue.get(plan.indicator());
            if (indicator != null && indicator.direction() != Indicator.Direction.NEUTRAL) {
                var before = indicator.takesLast() || indicator.rate() || earlier.isEmpty()
                        ? BigDecimal.ZERO
                        : reported.get(new Place(plan.unit(), plan.indicator()));
                due.computeIfAbsent(plan.unit(), unit -> new HashMap<>())
                        .put(
                                plan.indicator(),
                                new Due(
                                        indicator,
                                        plan.value(),
                                        plan.phasing().due(plan.value(), indicator, period.yearToDate()),
                                        before));
            }
        }
        return due;
    }

    /** The units' own plans of a year, by unit and indicator code. */
    public Map<UnitId, Map<String, Figure>> plans(Collection<UnitId> units, int year) {
        var own = new HashMap<UnitId, Map<String, Figure>>();
        var planned = List.copyOf(planned(units, year).values());
        for (var first = 0; first < planned.size(); first += AT_ONCE) {
            var some = planned.subList(first, Math.min(first + AT_ONCE, planned.size()));
            targets.current(some, List.of(year))
                    .forEach(plan -> own.computeIfAbsent(plan.unit(), unit -> new HashMap<>())
                            .put(plan.indicator(), Figure.of(plan.value())));
        }
        return own;
    }

    private Map<UnitId, Owner> planned(Collection<UnitId> units, int year) {
        var planned = plans.planned(year);
        return owners.of(units.stream().filter(planned::contains).toList());
    }

    private List<Target> current(Map<UnitId, Owner> known, int year) {
        return known.isEmpty() ? List.of() : targets.current(known.values(), List.of(year));
    }

    private record Place(UnitId unit, String indicator) {}

    /** The periods of the same kind that the year had before this one. */
    private static List<Period> earlier(Period period) {
        var earlier = new ArrayList<Period>();
        if (period.from().getMonthValue() > 1) {
            for (var one = period.previous(); one.year() == period.year(); one = one.previous()) {
                earlier.add(one);
            }
        }
        return earlier;
    }

    /** Sums of what was reported in every one of the periods; "nothing to count" is nothing, a gap leaves the place out. */
    private Map<Place, BigDecimal> reported(Collection<Owner> of, List<Target> plans, List<Period> periods) {
        if (periods.isEmpty()) {
            return Map.of();
        }
        var v = INDICATOR_VALUE;
        var sum = DSL.sum(v.VALUE);
        var sums = new HashMap<Place, BigDecimal>();
        db.select(OWNER.UNIT_ID, INDICATOR.CODE, sum)
                .from(v)
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(v.UNIT_NO))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(v.INDICATOR_ID))
                .where(
                        v.PERIOD.in(periods.stream().map(PeriodKey::of).toList()),
                        v.CELL_ID.eq(OwnerRepository.cells(of)),
                        v.UNIT_NO.eq(OwnerRepository.numbers(of)),
                        INDICATOR.CODE.in(
                                plans.stream().map(Target::indicator).distinct().toList()),
                        v.VALUE.isNotNull().or(v.ABSENCE.eq("NONE")))
                .groupBy(OWNER.UNIT_ID, INDICATOR.CODE)
                .having(DSL.count().eq(periods.size()))
                .forEach(row -> sums.put(
                        new Place(row.value1(), row.value2()),
                        Objects.requireNonNullElse(row.value3(), BigDecimal.ZERO)));
        return sums;
    }
}
