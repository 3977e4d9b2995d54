package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.indicators.CheckRule.Relation;
import org.jspecify.annotations.Nullable;

/** Reads relations the way the profile writes them: {@code TC10 = TC10' + TC17 - TC23}, {@code TC11 <= TC10}. */
final class CheckReader {

    private static final String CODE = "([A-Z]+\\d+)";
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern BOUNDS =
            Pattern.compile("(?:" + NUMBER + "\\s*<=\\s*)?" + CODE + "(?:\\s*<=\\s*" + NUMBER + ")?");
    private static final Pattern PART = Pattern.compile(CODE + "\\s*<=\\s*" + CODE);
    private static final Pattern JUMP =
            Pattern.compile(CODE + "\\s+within\\s+" + NUMBER + "\\s*x\\s*\\1'\\s+from\\s+" + NUMBER);
    private static final Pattern EQUATION = Pattern.compile(CODE + "\\s*=\\s*(.+)");
    private static final Pattern PREVIOUS = Pattern.compile(CODE + "'\\s*(.*)");

    private CheckReader() {}

    static Relation read(String text) {
        var bounds = BOUNDS.matcher(text);
        var part = PART.matcher(text);
        var jump = JUMP.matcher(text);
        var equation = EQUATION.matcher(text);
        if (part.matches()) {
            return new Relation.Part(part.group(1), part.group(2));
        }
        if (bounds.matches()) {
            return new Relation.Bounds(bounds.group(2), number(bounds.group(1)), number(bounds.group(3)));
        }
        if (jump.matches()) {
            return new Relation.Jump(jump.group(1), new BigDecimal(jump.group(2)), new BigDecimal(jump.group(3)));
        }
        if (equation.matches()) {
            return equation(equation.group(1), equation.group(2));
        }
        throw new IllegalArgumentException("Not a check: " + text);
    }

    /** The word for the kind of a relation: part of a check's code, and of the key of the sentence that says it is broken. */
    static String kind(Relation relation) {
        return switch (relation) {
            case Relation.Bounds bounds -> bounds.least() == null ? "most" : bounds.most() == null ? "least" : "bounds";
            case Relation.Sum sum -> "sum";
            case Relation.Part part -> "part";
            case Relation.RollForward roll -> "roll";
            case Relation.Jump jump -> "jump";
        };
    }

    private static Relation equation(String subject, String right) {
        var previous = PREVIOUS.matcher(right);
        if (previous.matches() && previous.group(1).equals(subject)) {
            var change = Formula.parse(previous.group(2));
            return new Relation.RollForward(subject, codes(change, false), codes(change, true));
        }
        return new Relation.Sum(subject, codes(Formula.parse(right), false));
    }

    private static List<String> codes(Formula formula, boolean minus) {
        var codes = new ArrayList<String>();
        formula.terms().stream()
                .filter(term -> term.minus() == minus)
                .map(Formula.Term::of)
                .forEach(codes::add);
        return List.copyOf(codes);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
