package org.giaoban.formulas;

import java.util.stream.Collectors;
import org.giaoban.formulas.Expression.Call;
import org.giaoban.formulas.Expression.Literal;
import org.giaoban.formulas.Expression.Negative;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.formulas.Expression.Operation;

/** Writes a calculation with no more brackets than it needs. */
final class Writing {

    private static final int SUM = 1;
    private static final int ATOM = 3;

    /** How an indicator is written. */
    interface Terms {
        String term(Operand operand);
    }

    private final Terms terms;

    Writing(Terms terms) {
        this.terms = terms;
    }

    /** As it is typed and stored. */
    static String code(Operand operand) {
        return switch (operand.take()) {
            case VALUE -> operand.code();
            case PREVIOUS -> operand.code() + "'";
            case EACH -> "each(" + operand.code() + ")";
            case PLAN -> "plan(" + operand.code() + ")";
        };
    }

    String of(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal.value().toPlainString();
            case Operand operand -> terms.term(operand);
            case Negative negative -> "-" + within(negative.of(), ATOM);
            case Operation operation -> {
                var strength = operation.operator().strength;
                yield within(operation.left(), strength) + " " + operation.operator().sign + " "
                        + within(operation.right(), strength + 1);
            }
            case Call call ->
                call.function().word()
                        + call.arguments().stream().map(this::of).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private String within(Expression part, int needed) {
        var strength = part instanceof Operation operation ? operation.operator().strength : ATOM;
        return strength < Math.max(needed, SUM) ? "(" + of(part) + ")" : of(part);
    }
}
