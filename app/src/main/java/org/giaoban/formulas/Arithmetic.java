package org.giaoban.formulas;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BinaryOperator;
import org.giaoban.formulas.Expression.Call;
import org.giaoban.formulas.Expression.Literal;
import org.giaoban.formulas.Expression.Negative;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.formulas.Expression.Operation;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Figure.Missing;
import org.giaoban.kernel.Figure.Present;

/**
 * Calculates with figures. What nobody reported leaves the result unknown. Of what there was nothing ({@code NONE}), nothing is
 * added or taken away, and nothing of it is multiplied; who divides by it, or by zero, gets "not applicable". How exact the
 * result is follows {@link Exactness}.
 */
public final class Arithmetic {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Figure ZERO = Figure.of(0);

    private Arithmetic() {}

    static Figure value(Expression expression, Formula.Operands operands) {
        return switch (expression) {
            case Literal literal -> Figure.of(literal.value());
            case Operand operand -> bare(operands.figure(operand));
            case Negative negative -> negated(value(negative.of(), operands));
            case Operation operation ->
                operation(operation, value(operation.left(), operands), value(operation.right(), operands));
            case Call call -> call(call, operands);
        };
    }

    private static Figure operation(Operation operation, Figure left, Figure right) {
        return switch (operation.operator()) {
            case PLUS -> sum(left, right);
            case MINUS -> sum(left, negated(right));
            case TIMES -> product(left, right);
            case OVER -> quotient(left, right);
        };
    }

    private static Figure call(Call call, Formula.Operands operands) {
        var figures = call.arguments().stream()
                .map(argument -> value(argument, operands))
                .toList();
        BinaryOperator<Figure> joined = switch (call.function()) {
            case MIN -> (left, right) -> extreme(left, right, true);
            case MAX -> (left, right) -> extreme(left, right, false);
            case SHARE -> (left, right) -> bare(share(left, right, HUNDRED));
            case PART -> (left, right) -> quotient(product(left, right), Figure.of(HUNDRED));
        };
        return figures.stream().reduce(joined).orElse(ZERO);
    }

    /** The parts of a share do not pass through a calculation. */
    private static Figure bare(Figure figure) {
        return figure instanceof Present present
                ? new Present(present.value(), null, null, present.qualifier())
                : figure;
    }

    private static Figure negated(Figure figure) {
        return figure instanceof Present present
                ? new Present(present.value().negate(), null, null, Exactness.turned(present.qualifier()))
                : figure;
    }

    private static Figure sum(Figure left, Figure right) {
        if (left instanceof Present one && right instanceof Present other) {
            return new Present(
                    one.value().add(other.value()), null, null, one.qualifier().and(other.qualifier()));
        }
        return silent(left, right) ? unknown(left, right) : left.present() ? left : right;
    }

    private static Figure product(Figure left, Figure right) {
        if (left instanceof Present one && right instanceof Present other) {
            return new Present(
                    one.value().multiply(other.value(), MathContext.DECIMAL64),
                    null,
                    null,
                    Exactness.product(one, other));
        }
        return unknown(left, right);
    }

    private static Figure quotient(Figure left, Figure right) {
        if (left instanceof Present one
                && right instanceof Present other
                && other.value().signum() != 0) {
            return new Present(
                    one.value().divide(other.value(), MathContext.DECIMAL64),
                    null,
                    null,
                    Exactness.quotient(one, other));
        }
        return undivided(left, right);
    }

    /** A share with its parts: {@code factor} is 100 for a percentage. */
    public static Figure share(Figure above, Figure below, BigDecimal factor) {
        if (above instanceof Present one
                && below instanceof Present other
                && other.value().signum() != 0) {
            return Figure.share(one.value(), other.value(), factor).qualified(Exactness.quotient(one, other));
        }
        return undivided(above, below);
    }

    private static Figure undivided(Figure above, Figure below) {
        if (silent(above, below) || !above.present()) {
            return unknown(above, below);
        }
        return Figure.missing(Absence.NOT_APPLICABLE);
    }

    /** Nothing counts as zero here; when it is the answer, the answer is "nothing". */
    private static Figure extreme(Figure left, Figure right, boolean least) {
        if (silent(left, right) || !left.present() && !right.present()) {
            return unknown(left, right);
        }
        var one = left instanceof Present present ? present : (Present) ZERO;
        var other = right instanceof Present present ? present : (Present) ZERO;
        var first = least == one.value().compareTo(other.value()) <= 0;
        if (!(first ? left : right).present()) {
            return Figure.missing(Absence.NONE);
        }
        var chosen = first ? one : other;
        return chosen.qualified(Exactness.extreme(chosen, first ? other : one, least));
    }

    private static boolean silent(Figure left, Figure right) {
        return unspoken(left) || unspoken(right);
    }

    private static boolean unspoken(Figure figure) {
        return figure instanceof Missing missing && missing.absence() != Absence.NONE;
    }

    /** Silence goes before "nothing", or the whole would look known. */
    private static Figure unknown(Figure left, Figure right) {
        if (!silent(left, right)) {
            return Figure.missing(Absence.NONE);
        }
        return !unspoken(left) ? right : !unspoken(right) ? left : left.plus(right);
    }
}
