package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.giaoban.formulas.Expression;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.formulas.Expression.Operation;
import org.giaoban.formulas.Expression.Operator;
import org.giaoban.formulas.Formula;
import org.giaoban.formulas.Take;
import org.giaoban.indicators.CheckRule.Relation;
import org.jspecify.annotations.Nullable;

/** Reads relations the way the profile writes them: {@code TC10 = TC10' + TC17 - TC23}, {@code KT06 <= KT04 + KT05}. */
final class CheckReader {

    private static final String CODE = "([A-Z]+\\d+)";
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern BOUNDS =
            Pattern.compile("(?:" + NUMBER + "\\s*<=\\s*)?" + CODE + "(?:\\s*<=\\s*" + NUMBER + ")?");
    private static final Pattern JUMP =
            Pattern.compile(CODE + "\\s+within\\s+" + NUMBER + "\\s*x\\s*\\1'\\s+from\\s+" + NUMBER);
    private static final Pattern PEERS =
            Pattern.compile(CODE + "\\s+like\\s+peers\\s+" + NUMBER + "\\s+from\\s+(\\d{1,4})");
    private static final Pattern STATE = Pattern.compile(CODE + "\\s+(parts|filled)");
    private static final Pattern AT_MOST = Pattern.compile(CODE + "\\s*<=\\s*(.+)");
    private static final Pattern EQUATION = Pattern.compile(CODE + "\\s*=\\s*(.+)");

    private CheckReader() {}

    static Relation read(String text) {
        var relation = unlike(text)
                .or(() -> match(STATE, text).map(CheckReader::state))
                .or(() -> match(AT_MOST, text).map(found -> atMost(found.group(1), Formula.read(found.group(2)))))
                .or(() -> match(EQUATION, text).map(found -> equation(found.group(1), Formula.read(found.group(2)))));
        return relation.orElseThrow(() -> new IllegalArgumentException("Not a check: " + text));
    }

    /** Comparisons with fixed numbers, with the period before, with other units. */
    private static Optional<Relation> unlike(String text) {
        Optional<Relation> bounds = match(BOUNDS, text)
                .filter(found -> found.group(1) != null || found.group(3) != null)
                .map(found -> new Relation.Bounds(found.group(2), number(found.group(1)), number(found.group(3))));
        return bounds.or(() -> match(JUMP, text)
                        .map(found -> new Relation.Jump(
                                found.group(1), new BigDecimal(found.group(2)), new BigDecimal(found.group(3)))))
                .or(() -> match(PEERS, text)
                        .map(found -> new Relation.Peers(
                                found.group(1), new BigDecimal(found.group(2)), Integer.parseInt(found.group(3)))));
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
    }

    private static Relation state(Matcher found) {
        return found.group(2).equals("parts")
                ? new Relation.Parts(found.group(1))
                : new Relation.Filled(found.group(1));
    }

    /** The word for the kind of a relation: part of a check's code, and of the key of the sentence that says it is broken. */
    static String kind(Relation relation) {
        return switch (relation) {
            case Relation.Bounds bounds -> bounds.least() == null ? "most" : bounds.most() == null ? "least" : "bounds";
            case Relation.RollForward _ -> "roll";
            case Relation.AtMost _ -> "at-most";
            default -> relation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    private static Relation atMost(String subject, Formula formula) {
        return formula.root() instanceof Operand(Take take, String whole) && take == Take.VALUE
                ? new Relation.Part(subject, whole)
                : new Relation.AtMost(subject, formula);
    }

    /** Plain sums and the step from the period before are told in their own words; all else as a calculation. */
    private static Relation equation(String subject, Formula formula) {
        var in = new ArrayList<Operand>();
        var out = new ArrayList<String>();
        if (!flat(formula.root(), in, out)) {
            return new Relation.Equal(subject, formula);
        }
        var plus = in.stream()
                .filter(each -> each.take() == Take.VALUE)
                .map(Operand::code)
                .toList();
        if (plus.size() == in.size() && out.isEmpty() && in.size() > 1) {
            return new Relation.Sum(subject, plus);
        }
        return plus.size() == in.size() - 1 && in.getFirst().equals(new Operand(Take.PREVIOUS, subject))
                ? new Relation.RollForward(subject, plus, List.copyOf(out))
                : new Relation.Equal(subject, formula);
    }

    /** Takes a chain of + and − apart; false when it is anything else. */
    private static boolean flat(Expression expression, List<Operand> in, List<String> out) {
        if (expression instanceof Operand operand) {
            return in.add(operand);
        }
        if (!(expression instanceof Operation(Operator operator, Expression left, Expression right))
                || !(right instanceof Operand last)
                || !flat(left, in, out)) {
            return false;
        }
        return switch (operator) {
            case PLUS -> in.add(last);
            case MINUS -> last.take() == Take.VALUE && out.add(last.code());
            case TIMES, OVER -> false;
        };
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
