package org.giaoban.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.giaoban.formulas.Arithmetic;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.formulas.Formula;
import org.giaoban.indicators.Duties.Asked;
import org.giaoban.indicators.Duties.Duty;
import org.giaoban.indicators.FigureLine.Counts;
import org.giaoban.indicators.FigureLine.Plan;
import org.giaoban.indicators.FigureLine.Rolled;
import org.giaoban.indicators.RollUp.Cell;
import org.giaoban.indicators.RollUps.Bucket;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;

/** Values rolled up for several periods, from which figures, formulas and plans are read. */
final class RolledUp {

    /** Of a unit or an indicator that a period does not have. */
    static final Rolled NOT_APPLICABLE =
            new Rolled(Figure.missing(Absence.NOT_APPLICABLE), Tally.NOTHING.counts(0), 0, false);

    private final List<Bucket> buckets;
    private final List<Tree> trees;
    private final InForce lines;
    private final Map<Place, Tally> tallies = new HashMap<>();
    private final Plans plans;
    private final List<Asked> asked;
    private final Map<Owing, Integer> expected = new ConcurrentHashMap<>();

    /** Who owes something in a branch of one bucket's tree. */
    private record Owing(int bucket, int branch, Duty duty) {}

    /** What is behind the cells: for each bucket its tree and what is asked of its units, and the plans. */
    record Frame(List<Bucket> buckets, List<Tree> trees, List<Asked> asked, Plans plans) {}

    /** A branch of one bucket's tree, or {@link Tree#ALL}. */
    private record Place(int bucket, int branch, short indicator) {}

    RolledUp(Frame frame, InForce lines, List<Cell> cells) {
        this.buckets = frame.buckets();
        this.trees = frame.trees();
        this.asked = frame.asked();
        this.plans = frame.plans();
        this.lines = lines;
        for (var cell : cells) {
            tallies.merge(new Place(cell.bucket(), cell.branch(), cell.indicator()), cell.tally(), Tally::plus);
            if (!trees.get(cell.bucket()).fromTotals()) {
                tallies.merge(
                        new Place(cell.bucket(), Tree.ALL, cell.indicator()),
                        cell.tally().undivided(),
                        Tally::plus);
            }
        }
    }

    /** How much room it takes. */
    int size() {
        return tallies.size();
    }

    Tree tree(int bucket) {
        return trees.get(bucket);
    }

    /** The indicator as the catalogue has it in the bucket's period; none where it has not. */
    @Nullable
    Indicator inForce(int bucket, Indicator indicator) {
        return lines.find(bucket, indicator.code());
    }

    /** By the formula of the bucket's period, in whatever version the indicator is given. */
    Rolled rolled(int bucket, int branch, Indicator given) {
        var indicator = inForce(bucket, given);
        if (indicator == null) {
            return NOT_APPLICABLE;
        }
        var owing = expected(bucket, branch, indicator);
        var tally = tally(bucket, branch, indicator);
        var figure = tally.figure(indicator, owing);
        if (tally.version() > 0 || !indicator.derived()) {
            return new Rolled(figure, tally.counts(owing), tally.version(), tally.estimated());
        }
        return derived(bucket, branch, indicator);
    }

    /** The units that owe the indicator for the bucket's period. */
    private int expected(int bucket, int branch, Indicator indicator) {
        var duty = asked.get(bucket).of(indicator.code());
        return expected.computeIfAbsent(
                new Owing(bucket, branch, duty), key -> trees.get(bucket).expected(branch, duty));
    }

    Plan plan(int bucket, int branch, Indicator indicator) {
        var unit = trees.get(bucket).branchUnit(branch);
        return unit == null
                ? Plan.NONE
                : plans.plan(
                        trees.get(bucket),
                        unit.id(),
                        indicator,
                        buckets.get(bucket).period());
    }

    /** The figure one term of a formula stands for. */
    Figure operand(int bucket, int branch, Operand operand) {
        var indicator = lines.find(bucket, operand.code());
        if (indicator == null) {
            return Figure.missing(Absence.NOT_APPLICABLE);
        }
        return switch (operand.take()) {
            case VALUE -> rolled(bucket, branch, indicator).figure();
            case EACH -> tally(bucket, branch, indicator).every(expected(bucket, branch, indicator));
            case PLAN -> planned(bucket, branch, indicator);
            case PREVIOUS -> previous(bucket, branch, indicator);
        };
    }

    /** The same unit in the period before; trees change, and with them the places of units in them. */
    private Figure previous(int bucket, int branch, Indicator indicator) {
        var before = buckets.indexOf(buckets.get(bucket).before());
        if (before < 0) {
            return Figure.missing(Absence.NOT_APPLICABLE);
        }
        var unit = branch == Tree.ALL ? null : trees.get(bucket).branchUnit(branch);
        if (branch == Tree.ALL || unit == null) {
            return rolled(before, Tree.ALL, indicator).figure();
        }
        var there = trees.get(before).branches().stream().map(Unit::id).toList().indexOf(unit.id());
        return there < 0
                ? Figure.missing(Absence.NOT_APPLICABLE)
                : rolled(before, there, indicator).figure();
    }

    private Figure planned(int bucket, int branch, Indicator indicator) {
        var year = plan(bucket, branch, indicator).year();
        return year == null ? Figure.missing(Absence.NOT_REPORTED) : Figure.of(year);
    }

    private Rolled derived(int bucket, int branch, Indicator indicator) {
        Formula.Operands operands = operand -> operand(bucket, branch, operand);
        var numerator = part(indicator.rule().numerator(), operands);
        var figure = numerator;
        if (indicator.rate() && indicator.rule().denominator() != null) {
            var denominator = part(indicator.rule().denominator(), operands);
            figure = Arithmetic.share(numerator, denominator, Tally.factor(indicator));
        }
        return new Rolled(
                figure,
                counts(bucket, branch, indicator),
                version(bucket, branch, indicator),
                components(bucket, indicator)
                        .anyMatch(part -> tally(bucket, branch, part).estimated()));
    }

    private static Figure part(@Nullable String formula, Formula.Operands operands) {
        return formula == null
                ? Figure.missing(Absence.NOT_APPLICABLE)
                : Formula.read(formula).value(operands);
    }

    /** As many units stand behind a calculated figure as behind the first indicator it is calculated from. */
    private Counts counts(int bucket, int branch, Indicator indicator) {
        return indicator.components().stream()
                .map(code -> lines.find(bucket, code))
                .filter(component -> component != null && !component.derived())
                .findFirst()
                .map(component -> tally(bucket, branch, component).counts(expected(bucket, branch, component)))
                .orElseGet(() -> Tally.NOTHING.counts(0));
    }

    private long version(int bucket, int branch, Indicator indicator) {
        return components(bucket, indicator)
                .mapToLong(component -> tally(bucket, branch, component).version())
                .sum();
    }

    private Stream<Indicator> components(int bucket, Indicator indicator) {
        return indicator.components().stream()
                .map(code -> lines.find(bucket, code))
                .filter(Objects::nonNull);
    }

    private Tally tally(int bucket, int branch, Indicator indicator) {
        return tallies.getOrDefault(new Place(bucket, branch, indicator.id()), Tally.NOTHING);
    }
}
