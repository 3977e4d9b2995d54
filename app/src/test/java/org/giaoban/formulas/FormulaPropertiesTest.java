package org.giaoban.formulas;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.giaoban.formulas.Expression.Call;
import org.giaoban.formulas.Expression.Function;
import org.giaoban.formulas.Expression.Literal;
import org.giaoban.formulas.Expression.Negative;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.formulas.Expression.Operation;
import org.giaoban.formulas.Expression.Operator;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Figure.Present;
import org.giaoban.kernel.Qualifier;
import org.giaoban.kernel.Seeded;
import org.junit.jupiter.api.Test;

/** What must hold of every calculation, on many random ones. */
class FormulaPropertiesTest {

    private static final Operand A = new Operand(Take.VALUE, "A1");
    private static final Operand B = new Operand(Take.VALUE, "B1");
    private static final int ROUNDS = 3_000;

    private final Random random = Seeded.random("formulas");

    @Test
    void whatIsWrittenReadsBackAsTheSame() {
        for (var round = 0; round < ROUNDS; round++) {
            var expression = expression(4);
            var written = new Writing(Writing::code).of(expression);
            if (written.length() <= Reader.LONGEST) {
                assertThat(Formula.read(written).root()).as("%s", written).isEqualTo(expression);
                assertThat(Formula.read(Formula.read(written).written(Writing::code))
                                .root())
                        .as("as people read it: %s", written)
                        .isEqualTo(expression);
            }
        }
    }

    @Test
    void aSumOfEqualsIsCountedLikeThemAndOneStrangerIsFound() {
        for (var round = 0; round < ROUNDS; round++) {
            var like = additive(4);
            var formula = Formula.read(new Writing(Writing::code).of(like));
            assertThat(formula.measure(code -> java.util.Optional.of(Measure.of("người")))
                            .powers())
                    .as("%s", formula)
                    .isEqualTo(Map.of("người", 1));
            var places = (int)
                    formula.root().operands().map(Operand::code).distinct().count();
            if (places > 1) {
                var stranger = formula.codes().iterator().next();
                assertThat(mistaken(formula, stranger)).as("%s", formula).isTrue();
            }
        }
    }

    private static boolean mistaken(Formula formula, String stranger) {
        try {
            formula.measure(code -> java.util.Optional.of(Measure.of(code.equals(stranger) ? "%" : "người")));
            return false;
        } catch (Mistake mistake) {
            return mistake.span().until() > mistake.span().from();
        }
    }

    @Test
    void silenceIsNeverReadAsANumber() {
        for (var round = 0; round < ROUNDS; round++) {
            var expression = expression(4);
            var asked = expression.operands().distinct().toList();
            if (!asked.isEmpty()) {
                var silent = asked.get(random.nextInt(asked.size()));
                var value = Arithmetic.value(
                        expression,
                        operand -> operand.equals(silent) ? Figure.missing(Absence.NOT_REPORTED) : Figure.of(3));
                assertThat(value.present())
                        .as("%s without %s", expression, silent)
                        .isFalse();
            }
        }
    }

    /** The true value lies where the qualifier of the result says, whatever the true values of the operands are. */
    @Test
    void qualifiersNeverPromiseTooMuch() {
        var shapes = Stream.concat(
                        Stream.of(Operator.values()).<Expression>map(sign -> new Operation(sign, A, B)),
                        Stream.of(Function.values()).map(name -> new Call(name, List.of(A, B))))
                .toList();
        for (var round = 0; round < 20 * ROUNDS; round++) {
            var shape = shapes.get(random.nextInt(shapes.size()));
            var expression = random.nextBoolean() ? shape : new Negative(shape);
            var a = printed();
            var b = printed();
            var said = Arithmetic.value(expression, operand -> operand == A ? a : b);
            var real = Arithmetic.value(expression, operand -> operand == A ? real(a) : real(b));
            if (said instanceof Present shown && real instanceof Present meant) {
                assertThat(holds(shown, meant.value()))
                        .as("%s of %s and %s is said %s, truly %s", expression, a, b, shown, meant)
                        .isTrue();
            }
        }
    }

    @Test
    void aSumOfOverStaysOverAndWhatIsTakenAwayTurnsRound() {
        var over = new Present(BigDecimal.TEN, null, null, Qualifier.OVER);
        var exact = Figure.of(4);
        assertThat(qualifier("A1 + B1", over, over)).isEqualTo(Qualifier.OVER);
        assertThat(qualifier("A1 / B1", over, exact)).isEqualTo(Qualifier.OVER);
        assertThat(qualifier("B1 - A1", over, exact)).isEqualTo(Qualifier.NEARLY);
        assertThat(qualifier("B1 / A1", over, exact)).isEqualTo(Qualifier.NEARLY);
        assertThat(qualifier("A1 - A1", over, exact)).isEqualTo(Qualifier.ABOUT);
        assertThat(qualifier("max(A1, B1)", exact, over)).isEqualTo(Qualifier.OVER);
        assertThat(qualifier("min(A1, B1)", exact, over)).isEqualTo(Qualifier.EXACT);
    }

    private static Qualifier qualifier(String text, Figure a, Figure b) {
        return Formula.read(text)
                .value(operand -> operand.code().equals("A1") ? a : b)
                .exactness();
    }

    private static boolean holds(Present said, BigDecimal real) {
        var difference =
                real.subtract(said.value()).setScale(12, RoundingMode.HALF_EVEN).signum();
        return switch (said.qualifier()) {
            case EXACT -> difference == 0;
            case OVER -> difference >= 0;
            case NEARLY -> difference <= 0;
            case ABOUT -> true;
        };
    }

    private Present printed() {
        var qualifier = Qualifier.values()[random.nextInt(4)];
        return new Present(BigDecimal.valueOf(random.nextInt(11) - 5), null, null, qualifier);
    }

    /** Near enough not to change its sign. */
    private Figure real(Present printed) {
        var off = BigDecimal.valueOf(random.nextInt(1000), 6);
        var real = switch (printed.qualifier()) {
            case EXACT -> printed.value();
            case OVER -> printed.value().add(off);
            case NEARLY -> printed.value().subtract(off);
            case ABOUT ->
                random.nextBoolean()
                        ? printed.value().add(off)
                        : printed.value().subtract(off);
        };
        return Figure.of(real);
    }

    private Expression expression(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf();
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Negative(expression(depth - 1));
            case 1 -> {
                var sign = Operator.values()[random.nextInt(4)];
                yield new Operation(sign, expression(depth - 1), expression(depth - 1));
            }
            default -> {
                var function = Function.values()[random.nextInt(4)];
                var count = function.least + random.nextInt(Math.min(2, function.most - function.least + 1));
                yield new Call(
                        function,
                        IntStream.range(0, count)
                                .mapToObj(number -> expression(depth - 1))
                                .toList());
            }
        };
    }

    private Expression additive(int depth) {
        if (depth == 0) {
            return new Operand(Take.VALUE, "AB" + random.nextInt(100));
        }
        var left = additive(depth - 1);
        var right = additive(depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> new Operation(random.nextBoolean() ? Operator.PLUS : Operator.MINUS, left, right);
            case 1 -> new Call(random.nextBoolean() ? Function.MIN : Function.MAX, List.of(left, right));
            default -> new Negative(left);
        };
    }

    private Expression leaf() {
        return random.nextInt(4) == 0
                ? new Literal(BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(3)))
                : new Operand(Take.values()[random.nextInt(4)], "XY" + random.nextInt(50));
    }
}
