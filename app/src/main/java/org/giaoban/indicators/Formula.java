package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;

/** A sum of indicators, as the catalogue writes it: {@code SH08+SH09}, {@code each(TC05)}, {@code plan(TC17)}. */
record Formula(List<Term> terms) {

    private static final Pattern TERM =
            Pattern.compile("\\s*([+\\-−]?)\\s*(?:(each|plan)\\(([A-Z]+\\d+)\\)|([A-Z]+\\d+)|(\\d+))\\s*");

    /** What is taken of an indicator. */
    enum Take {
        /** Its figure of the period. */
        VALUE,
        /** Its figures of all months added up, also of a stock: unit-months below a rate over several months. */
        EACH,
        /** The year's target. */
        PLAN,
        /** The number itself. */
        NUMBER
    }

    record Term(boolean minus, Take take, String of) {}

    /** Gives the figure of a term other than a number. */
    interface Operands {
        Figure figure(Take take, String code);
    }

    static Formula parse(String text) {
        var found = TERM.matcher(text);
        var terms = new ArrayList<Term>();
        var at = 0;
        while (at < text.length()) {
            if (!found.find(at) || found.start() != at) {
                throw new IllegalArgumentException("Not a formula: " + text);
            }
            var minus = !found.group(1).isEmpty() && !found.group(1).equals("+");
            terms.add(term(minus, found.group(2), found.group(3), found.group(4), found.group(5)));
            at = found.end();
        }
        return new Formula(List.copyOf(terms));
    }

    private static Term term(boolean minus, String function, String argument, String code, String number) {
        if (function != null) {
            return new Term(minus, Take.valueOf(function.toUpperCase(java.util.Locale.ROOT)), argument);
        }
        return code != null ? new Term(minus, Take.VALUE, code) : new Term(minus, Take.NUMBER, number);
    }

    Set<String> codes() {
        return terms.stream()
                .filter(term -> term.take() != Take.NUMBER)
                .map(Term::of)
                .collect(Collectors.toSet());
    }

    /** A term that nobody reported leaves the whole unknown; one of which there was nothing adds nothing. */
    Figure value(Operands operands) {
        Figure sum = Figure.missing(Absence.NONE);
        for (var term : terms) {
            var figure = term.take() == Take.NUMBER
                    ? Figure.of(new BigDecimal(term.of()))
                    : operands.figure(term.take(), term.of());
            if (figure instanceof Figure.Missing missing && missing.absence() != Absence.NONE) {
                return figure;
            }
            sum = sum.plus(term.minus() ? negated(figure) : figure);
        }
        return sum;
    }

    private static Figure negated(Figure figure) {
        return figure instanceof Figure.Present present
                ? new Figure.Present(present.value().negate(), null, null, present.qualifier())
                : figure;
    }
}
