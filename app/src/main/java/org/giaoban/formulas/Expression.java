package org.giaoban.formulas;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** A calculation as a tree. */
public sealed interface Expression {

    /** A number as it is written, never negative. */
    record Literal(BigDecimal value) implements Expression {}

    /** Something of an indicator. */
    record Operand(Take take, String code) implements Expression {}

    record Negative(Expression of) implements Expression {}

    record Operation(Operator operator, Expression left, Expression right) implements Expression {}

    record Call(Function function, List<Expression> arguments) implements Expression {}

    /** The four signs. */
    enum Operator {
        PLUS('+', 1),
        MINUS('-', 1),
        TIMES('*', 2),
        OVER('/', 2);

        final char sign;
        final int strength;

        Operator(char sign, int strength) {
            this.sign = sign;
            this.strength = strength;
        }
    }

    /** What can be called by name. */
    enum Function {
        /** The smallest. */
        MIN(2, 8),
        /** The largest. */
        MAX(2, 8),
        /** So many per cent is the first of the second. */
        SHARE(2, 2),
        /** So many per cent, the first, of the second. */
        PART(2, 2);

        final int least;
        final int most;

        Function(int least, int most) {
            this.least = least;
            this.most = most;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** All indicators taken, from left to right. */
    default Stream<Operand> operands() {
        return switch (this) {
            case Literal _ -> Stream.empty();
            case Operand operand -> Stream.of(operand);
            case Negative negative -> negative.of().operands();
            case Operation operation ->
                Stream.concat(operation.left().operands(), operation.right().operands());
            case Call call -> call.arguments().stream().flatMap(Expression::operands);
        };
    }
}
