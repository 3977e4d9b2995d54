package org.giaoban.formulas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.giaoban.formulas.Expression.Call;
import org.giaoban.formulas.Expression.Function;
import org.giaoban.formulas.Expression.Literal;
import org.giaoban.formulas.Expression.Negative;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.formulas.Expression.Operation;
import org.giaoban.formulas.Expression.Operator;

/** Reads a calculation from left to right and remembers where each part of it stood. */
final class Reader {

    static final int LONGEST = 500;
    private static final int DEEPEST = 40;
    private static final int DIGITS = 15;
    private static final Pattern CODE = Pattern.compile("[A-Z]+\\d+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final String text;
    private final Map<Expression, Span> spans = new IdentityHashMap<>();
    private int at;
    private int depth;

    Reader(String text) {
        this.text = text;
    }

    Map<Expression, Span> spans() {
        return spans;
    }

    Expression whole() {
        if (text.length() > LONGEST) {
            throw new Mistake("long", new Span(LONGEST, text.length()), LONGEST);
        }
        var expression = sum();
        if (at < text.length()) {
            throw new Mistake("unexpected", new Span(at, at + 1), text.substring(at, at + 1));
        }
        return expression;
    }

    private Expression sum() {
        return chain(1);
    }

    /** Operators of one strength, taken from the left. */
    private Expression chain(int strength) {
        if (++depth > DEEPEST) {
            throw new Mistake("deep", new Span(at, at + 1));
        }
        skip();
        var start = at;
        var left = next(strength);
        for (var operator = operator(strength); operator.isPresent(); operator = operator(strength)) {
            at++;
            left = stands(new Operation(operator.get(), left, next(strength)), start);
        }
        depth--;
        return left;
    }

    private Expression next(int strength) {
        return strength == 1 ? chain(2) : signed();
    }

    private Optional<Operator> operator(int strength) {
        skip();
        var sign = at < text.length() ? plain(text.charAt(at)) : ' ';
        return Arrays.stream(Operator.values())
                .filter(each -> each.strength == strength && each.sign == sign)
                .findFirst();
    }

    /** Signs as people type them. */
    private static char plain(char sign) {
        return switch (sign) {
            case '−', '–' -> '-';
            case '×', '·' -> '*';
            case '÷', ':' -> '/';
            default -> sign;
        };
    }

    private Expression signed() {
        skip();
        var start = at;
        var minus = 0;
        while (at < text.length() && plain(text.charAt(at)) == '-') {
            at++;
            minus++;
            skip();
        }
        var expression = atom();
        for (; minus > 0; minus--) {
            expression = stands(new Negative(expression), start);
        }
        return expression;
    }

    private Expression atom() {
        skip();
        var start = at;
        if (at >= text.length()) {
            throw new Mistake("ends", new Span(at, at));
        }
        if (text.charAt(at) == '(') {
            at++;
            var inner = sum();
            close(start);
            return inner;
        }
        var code = match(CODE);
        if (code.isPresent()) {
            return stands(new Operand(primed() ? Take.PREVIOUS : Take.VALUE, code.get()), start);
        }
        var number = match(NUMBER);
        return number.isPresent() ? stands(literal(number.get(), start), start) : called(start);
    }

    private Expression literal(String digits, int start) {
        if (digits.length() > DIGITS) {
            throw new Mistake("number", new Span(start, at));
        }
        return new Literal(new BigDecimal(digits));
    }

    private boolean primed() {
        var prime = at < text.length() && "'’′".indexOf(text.charAt(at)) >= 0;
        at += prime ? 1 : 0;
        return prime;
    }

    private Expression called(int start) {
        var word = match(WORD).orElseThrow(() -> new Mistake("term", new Span(start, start + 1)));
        skip();
        if (at >= text.length() || text.charAt(at) != '(') {
            throw new Mistake("word", new Span(start, start + word.length()), word);
        }
        at++;
        if (word.equals("each") || word.equals("plan")) {
            return taken(word.equals("each") ? Take.EACH : Take.PLAN, start);
        }
        var function = Arrays.stream(Function.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Mistake("word", new Span(start, start + word.length()), word));
        return stands(new Call(function, arguments(function, start)), start);
    }

    private Expression taken(Take take, int start) {
        skip();
        var code = match(CODE).orElseThrow(() -> new Mistake("code", new Span(at, at + 1)));
        close(start);
        return stands(new Operand(take, code), start);
    }

    private List<Expression> arguments(Function function, int start) {
        var arguments = new ArrayList<>(List.of(sum()));
        skip();
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            arguments.add(sum());
            skip();
        }
        close(start);
        if (arguments.size() < function.least || arguments.size() > function.most) {
            throw new Mistake("count", new Span(start, at), function.word(), function.least, function.most);
        }
        return List.copyOf(arguments);
    }

    private void close(int start) {
        skip();
        if (at >= text.length() || text.charAt(at) != ')') {
            throw new Mistake("bracket", new Span(start, Math.min(at + 1, text.length())));
        }
        at++;
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Expression stands(Expression expression, int from) {
        spans.put(expression, new Span(from, at));
        return expression;
    }
}
