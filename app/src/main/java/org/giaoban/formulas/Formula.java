package org.giaoban.formulas;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.kernel.Figure;

/** A calculation as somebody wrote it: {@code SH08 + SH09}, {@code share(TC17, plan(TC17))}, {@code TC10 - TC10'}. */
public final class Formula {

    private static final int REMEMBERED = 5_000;
    private static final Cache<String, Formula> READ =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private final Expression root;
    private final Map<Expression, Span> spans;

    private Formula(Expression root, Map<Expression, Span> spans) {
        this.root = root;
        this.spans = spans;
    }

    /** Gives the figure of something that a formula takes of an indicator. */
    public interface Operands {
        Figure figure(Operand operand);
    }

    /** Gives what an indicator is counted in; empty when there is no such indicator, or none that can be calculated with. */
    public interface Measures {
        Optional<Measure> of(String code);
    }

    /** Throws a {@link Mistake} when it cannot be read. */
    public static Formula read(String text) {
        return READ.get(text, asked -> {
            var reader = new Reader(asked);
            return new Formula(reader.whole(), reader.spans());
        });
    }

    public Expression root() {
        return root;
    }

    /** The indicators it needs, from left to right. */
    public Set<String> codes() {
        var codes = new LinkedHashSet<String>();
        root.operands().map(Operand::code).forEach(codes::add);
        return codes;
    }

    /** Whether it looks at the period before. */
    public boolean looksBack() {
        return root.operands().anyMatch(operand -> operand.take() == Take.PREVIOUS);
    }

    public Figure value(Operands operands) {
        return Arithmetic.value(root, operands);
    }

    /** In what the result is counted; throws a {@link Mistake} where things are added that do not fit. */
    public Measure measure(Measures measures) {
        return new Measuring(spans, measures).of(root);
    }

    /** Throws a {@link Mistake} over the whole of it when it is not counted in what it should be. */
    public void mustCount(Measure wanted, Measures measures) {
        var found = measure(measures);
        if (!found.fits(wanted)) {
            throw new Mistake("result", all(), found.text(), wanted.text());
        }
    }

    /** Throws a {@link Mistake} when this, divided by the other, is not counted in what it should be. */
    public void mustCountOver(Formula below, Measure wanted, Measures measures) {
        var above = measure(measures);
        var under = below.measure(measures);
        if (wanted.equals(Measure.PERCENT)) {
            if (!above.fits(under)) {
                throw new Mistake("share", all(), above.text(), under.text());
            }
        } else if (!above.over(under).fits(wanted)) {
            throw new Mistake("result", all(), above.over(under).text(), wanted.text());
        }
    }

    private Span all() {
        return spans.getOrDefault(root, new Span(0, toString().length()));
    }

    /** With indicators written as somebody likes to read them. */
    public String written(java.util.function.Function<Operand, String> term) {
        return new Writing(term::apply)
                .of(root)
                .replace(" - ", " − ")
                .replace(" * ", " × ")
                .replace(" / ", " ÷ ");
    }

    /** The way it is stored. */
    @Override
    public String toString() {
        return new Writing(Writing::code).of(root);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && root.equals(formula.root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }
}
