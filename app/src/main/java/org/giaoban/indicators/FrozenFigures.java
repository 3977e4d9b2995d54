package org.giaoban.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.indicators.FrozenRepository.Frozen;
import org.giaoban.indicators.RollUps.Bucket;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures as texts printed them, held against what the rows say now. */
@Component
class FrozenFigures {

    private final FrozenRepository repository;
    private final OwnerRepository owners;
    private final FigureLines lines;
    private final RollUps rollUps;
    private final CurrentViewer viewer;

    FrozenFigures(
            FrozenRepository repository,
            OwnerRepository owners,
            FigureLines lines,
            RollUps rollUps,
            CurrentViewer viewer) {
        this.repository = repository;
        this.owners = owners;
        this.lines = lines;
        this.rollUps = rollUps;
        this.viewer = viewer;
    }

    FrozenFigure freeze(Unit unit, Period period, FigureLine line, Instant at) {
        var actual = line.actual();
        var frozen = new Frozen(
                Uuid7.next(),
                unit.id(),
                line.indicator().code(),
                PeriodKey.printed(period),
                actual.version(),
                actual.figure(),
                at.truncatedTo(ChronoUnit.MICROS));
        repository.insert(
                frozen,
                owners.register(unit).number(),
                line.indicator().id(),
                viewer.get().account());
        return told(frozen, unit.code(), line.indicator(), actual.figure());
    }

    List<FrozenFigure> of(UnitId unit, Indicator indicator, Period period) {
        var owner = owners.of(List.of(unit)).get(unit);
        return owner == null
                ? List.of()
                : List.copyOf(compared(repository.of(owner.number(), indicator.id(), PeriodKey.printed(period)))
                        .values());
    }

    Map<UUID, FrozenFigure> of(Collection<UUID> ids) {
        return compared(repository.byId(ids));
    }

    /** One statement for all rows, whatever units and periods they are of. */
    private Map<UUID, FrozenFigure> compared(List<Frozen> rows) {
        Map<UUID, FrozenFigure> compared = new HashMap<>();
        if (rows.isEmpty()) {
            return compared;
        }
        var buckets = rows.stream().map(FrozenFigures::bucket).distinct().toList();
        var editions =
                lines.editions(rows.stream().map(Frozen::indicator).distinct().toList());
        var now = rollUps.of(buckets, editions);
        for (var row : rows) {
            var indicator =
                    editions.on(PeriodKey.period(row.period()).lastDay()).get(row.indicator());
            var bucket = buckets.indexOf(bucket(row));
            var branches = now.tree(bucket).branches();
            if (indicator != null && !branches.isEmpty()) {
                var figure = now.rolled(bucket, Tree.ALL, indicator).figure();
                compared.put(row.id(), told(row, branches.getFirst().code(), indicator, figure));
            }
        }
        return compared;
    }

    private static Bucket bucket(Frozen row) {
        return Bucket.of(row.unit(), PeriodKey.period(row.period()));
    }

    private static FrozenFigure told(Frozen frozen, String unitCode, Indicator indicator, Figure now) {
        var ref = new FigureRef(frozen.indicator(), frozen.unit(), PeriodKey.period(frozen.period()), frozen.version());
        return new FrozenFigure(
                frozen.id(),
                ref,
                unitCode,
                frozen.figure(),
                FigureText.of(indicator, frozen.figure()),
                frozen.at(),
                !same(frozen.figure(), now),
                FigureText.of(indicator, now));
    }

    /** 16.70 and 16.7 are the same figure. */
    private static boolean same(Figure one, Figure other) {
        if (one instanceof Figure.Present mine && other instanceof Figure.Present theirs) {
            return equal(mine.value(), theirs.value())
                    && equal(mine.numerator(), theirs.numerator())
                    && equal(mine.denominator(), theirs.denominator())
                    && mine.qualifier() == theirs.qualifier();
        }
        return one.equals(other);
    }

    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
