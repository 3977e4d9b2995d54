package org.giaoban.indicators;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.giaoban.indicators.FigureLine.Standing;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.indicators.Indicator.Direction;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.TreeView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the lines of a table of figures together. */
@Component
class FigureLines {

    private static final int NOW = 0;
    private static final int LAST_YEAR = 1;
    private static final int BEFORE = 2;
    private static final int LOWEST = 3;

    private final Indicators indicators;
    private final RollUps rollUps;

    /** Lines drawn from sums that are still remembered; each by its code. */
    private final Cache<RolledUp, Map<String, FigureLine>> drawn =
            Caffeine.newBuilder().weakKeys().build();

    FigureLines(Indicators indicators, RollUps rollUps) {
        this.indicators = indicators;
        this.rollUps = rollUps;
    }

    List<FigureLine> of(UnitId root, Period period, Collection<String> codes, TreeView view) {
        var editions = editions(codes);
        var known = editions.on(period.lastDay());
        var rolled = rollUps.of(
                List.of(
                        rollUps.bucket(root, period, view),
                        rollUps.bucket(root, period.sameLastYear(), view),
                        rollUps.bucket(root, period.previous(), view)),
                editions);
        var kept = drawn.get(rolled, key -> new ConcurrentHashMap<>());
        var lines = new ArrayList<FigureLine>();
        for (var code : codes) {
            var indicator = known.get(code);
            if (indicator != null) {
                lines.add(kept.computeIfAbsent(code, asked -> line(rolled, indicator)));
            }
        }
        return lines;
    }

    /** The codes that have a target somewhere in the tree, in the order of the catalogue. */
    List<String> planned(UnitId root, Period period, TreeView view) {
        var planned = rollUps.planned(root, period, view);
        return indicators.catalogue(period.lastDay()).stream()
                .map(Indicator::code)
                .filter(planned::contains)
                .toList();
    }

    Map<String, List<UnitFigure>> units(UnitId root, Period period, Collection<String> codes, TreeView view) {
        var editions = editions(codes);
        var known = editions.on(period.lastDay());
        var rolled = rollUps.of(List.of(rollUps.bucket(root, period, view)), editions);
        var units = new LinkedHashMap<String, List<UnitFigure>>();
        for (var code : codes) {
            var indicator = known.get(code);
            if (indicator != null) {
                units.put(code, children(rolled, NOW, indicator));
            }
        }
        return units;
    }

    /** The indicators asked for and those their formulas need, as the catalogue has them on any day. */
    Editions editions(Collection<String> codes) {
        return new Editions(indicators, codes);
    }

    private static FigureLine line(RolledUp rolled, Indicator indicator) {
        return new FigureLine(
                indicator,
                rolled.rolled(NOW, Tree.ALL, indicator),
                rolled.plan(NOW, Tree.ALL, indicator),
                rolled.rolled(LAST_YEAR, Tree.ALL, indicator),
                rolled.rolled(BEFORE, Tree.ALL, indicator),
                lowest(rolled, indicator));
    }

    private static List<UnitFigure> lowest(RolledUp rolled, Indicator indicator) {
        return children(rolled, NOW, indicator).stream()
                .filter(child -> child.standing() == Standing.BEHIND || child.standing() == Standing.FAR_BEHIND)
                .sorted(worstFirst(indicator))
                .limit(LOWEST)
                .toList();
    }

    /** The direct children, those without a figure too. */
    static List<UnitFigure> children(RolledUp rolled, int bucket, Indicator indicator) {
        var branches = rolled.tree(bucket).branches();
        var children = new ArrayList<UnitFigure>();
        for (var branch = 1; branch < branches.size(); branch++) {
            var unit = branches.get(branch);
            var figure = rolled.rolled(bucket, branch, indicator);
            var plan = rolled.plan(bucket, branch, indicator);
            if (figure.version() > 0 || plan.year() != null || figure.counts().expected() > 0) {
                children.add(new UnitFigure(
                        unit.id(),
                        unit.code(),
                        unit.shortName(),
                        figure,
                        plan,
                        FigureLine.standing(indicator, figure, plan)));
            }
        }
        return children;
    }

    /** By the share of the pace reached, then by what is missing, then by code so that the order is always the same. */
    private static Comparator<UnitFigure> worstFirst(Indicator indicator) {
        var sign = indicator.direction() == Direction.LESS ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        return Comparator.comparing((UnitFigure child) -> reached(child).multiply(sign))
                .thenComparing(child -> lacking(child).multiply(sign).negate())
                .thenComparing(UnitFigure::code);
    }

    private static BigDecimal reached(UnitFigure child) {
        var pace = orZero(child.plan().pace());
        var value = orZero(child.rolled().value());
        return pace.signum() == 0 ? value : value.divide(pace, MathContext.DECIMAL64);
    }

    private static BigDecimal lacking(UnitFigure child) {
        return orZero(child.plan().pace()).subtract(orZero(child.rolled().value()));
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
