package org.giaoban.formulas;

import java.util.Map;
import java.util.Optional;
import org.giaoban.formulas.Expression.Call;
import org.giaoban.formulas.Expression.Literal;
import org.giaoban.formulas.Expression.Negative;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.formulas.Expression.Operation;

/** Finds out in what a calculation is counted, and the place where it adds up what cannot be added. */
final class Measuring {

    private final Map<Expression, Span> spans;
    private final Formula.Measures measures;

    Measuring(Map<Expression, Span> spans, Formula.Measures measures) {
        this.spans = spans;
        this.measures = measures;
    }

    Measure of(Expression expression) {
        return switch (expression) {
            case Literal _ -> Measure.ANY;
            case Operand operand -> operand(operand);
            case Negative negative -> of(negative.of());
            case Operation operation -> operation(operation);
            case Call call -> call(call);
        };
    }

    private Measure operand(Operand operand) {
        Optional<Measure> known = measures.of(operand.code());
        return known.orElseThrow(() -> new Mistake("unknown", span(operand), operand.code()));
    }

    private Measure operation(Operation operation) {
        var left = of(operation.left());
        var right = of(operation.right());
        return switch (operation.operator()) {
            case PLUS, MINUS -> same("add", operation, left, right);
            case TIMES -> {
                percentOf(operation, left, right);
                yield left.times(right);
            }
            case OVER -> left.over(right);
        };
    }

    /** 5 % times 200 persons is 1,000 of nothing; whoever means a part of something says so. */
    private void percentOf(Operation operation, Measure left, Measure right) {
        var percents = left.equals(Measure.PERCENT) && !right.open() || right.equals(Measure.PERCENT) && !left.open();
        if (percents) {
            throw new Mistake("percent", span(operation));
        }
    }

    private Measure call(Call call) {
        var first = of(call.arguments().getFirst());
        return switch (call.function()) {
            case MIN, MAX -> {
                var measure = first;
                for (var argument : call.arguments().subList(1, call.arguments().size())) {
                    measure = same("compare", call, measure, of(argument));
                }
                yield measure;
            }
            case SHARE -> {
                same("share", call, first, of(call.arguments().getLast()));
                yield Measure.PERCENT;
            }
            case PART -> {
                if (!first.fits(Measure.PERCENT)) {
                    throw new Mistake("part", span(call.arguments().getFirst()), first.text());
                }
                yield of(call.arguments().getLast());
            }
        };
    }

    private Measure same(String mistake, Expression whole, Measure left, Measure right) {
        if (!left.fits(right)) {
            throw new Mistake(mistake, span(whole), left.text(), right.text());
        }
        return left.with(right);
    }

    private Span span(Expression expression) {
        return spans.getOrDefault(expression, new Span(0, 0));
    }
}
