package org.giaoban.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.formulas.Formula;
import org.giaoban.formulas.Take;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;

/** Works checks out on what is known of one unit. A check with an unknown term says nothing. */
public final class Verdict {

    /** What is left when a division does not come out even. */
    private static final BigDecimal NOTHING = new BigDecimal("0.000001");

    private final Evidence evidence;

    public Verdict(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The arguments of the sentence when the check is broken. */
    public Optional<List<String>> broken(CheckRule rule) {
        var relation = rule.relation();
        if (relation instanceof Relation.Filled filled) {
            return evidence.filled(filled.subject())
                    .filter(said -> !said)
                    .map(said -> List.of(evidence.word(filled.subject())));
        }
        var indicator = evidence.indicator(relation.subject());
        if (indicator.isEmpty()) {
            return Optional.empty();
        }
        return amount(evidence.now(relation.subject())).flatMap(value -> compared(relation, value, indicator.get()));
    }

    private Optional<List<String>> compared(Relation relation, BigDecimal value, Indicator indicator) {
        return switch (relation) {
            case Relation.Bounds bounds -> bounds(bounds, value, indicator);
            case Relation.Sum sum -> sum(sum, value);
            case Relation.Part part -> part(part, value);
            case Relation.RollForward roll -> roll(roll, value);
            case Relation.Jump jump -> jump(jump, value);
            case Relation.Equal equal ->
                result(equal.formula())
                        .filter(result -> result.subtract(value).abs().compareTo(NOTHING) > 0)
                        .flatMap(result -> calculated(equal.subject(), value, equal.formula()));
            case Relation.AtMost most ->
                result(most.formula())
                        .filter(limit -> value.compareTo(limit) > 0)
                        .flatMap(limit -> calculated(most.subject(), value, most.formula()));
            case Relation.Parts parts -> parts(parts);
            case Relation.Peers peers -> peers(peers, value, indicator);
            case Relation.Filled _ -> Optional.empty();
        };
    }

    private Optional<List<String>> bounds(Relation.Bounds bounds, BigDecimal value, Indicator indicator) {
        boolean low = bounds.least() != null && value.compareTo(bounds.least()) < 0;
        boolean high = bounds.most() != null && value.compareTo(bounds.most()) > 0;
        if (!low && !high) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                name(bounds.subject()),
                FigureText.of(indicator, Figure.of(value)),
                bounds.least() == null ? "−∞" : plain(bounds.least()),
                bounds.most() == null ? "∞" : plain(bounds.most())));
    }

    private Optional<List<String>> sum(Relation.Sum sum, BigDecimal value) {
        return total(sum.parts())
                .filter(total -> total.compareTo(value) != 0)
                .map(total -> List.of(
                        name(sum.subject()),
                        plain(value),
                        sum.parts().stream().map(this::term).collect(Collectors.joining(" + ")),
                        plain(total)));
    }

    private Optional<List<String>> part(Relation.Part part, BigDecimal value) {
        return amount(evidence.now(part.whole()))
                .filter(whole -> value.compareTo(whole) > 0)
                .map(whole -> List.of(name(part.subject()), plain(value), name(part.whole()), plain(whole)));
    }

    private Optional<List<String>> roll(Relation.RollForward roll, BigDecimal value) {
        var start = evidence.before(roll.subject()).amount();
        var in = total(roll.in());
        var out = total(roll.out());
        if (start.isEmpty() || in.isEmpty() || out.isEmpty()) {
            return Optional.empty();
        }
        var expected = start.get().add(in.get()).subtract(out.get());
        if (expected.compareTo(value) == 0) {
            return Optional.empty();
        }
        var terms = new ArrayList<String>();
        terms.add(Texts.text("indicators.check.start", plain(start.get())));
        roll.in().forEach(code -> terms.add("+ " + term(code)));
        roll.out().forEach(code -> terms.add("− " + term(code)));
        return Optional.of(List.of(name(roll.subject()), String.join(" ", terms), plain(expected), plain(value)));
    }

    private Optional<List<String>> jump(Relation.Jump jump, BigDecimal value) {
        var last = evidence.before(jump.subject()).amount();
        if (last.isEmpty() || value.max(last.get()).compareTo(jump.from()) < 0) {
            return Optional.empty();
        }
        var larger = value.max(last.get());
        var smaller = value.min(last.get());
        if (smaller.multiply(jump.times()).compareTo(larger) >= 0) {
            return Optional.empty();
        }
        // From nothing to something there is no "times"; the two values say enough.
        String times = smaller.signum() <= 0 ? "∞" : plain(larger.divide(smaller, 1, RoundingMode.HALF_UP));
        return Optional.of(List.of(name(jump.subject()), times, plain(last.get()), plain(value)));
    }

    private Optional<List<String>> calculated(String subject, BigDecimal value, Formula formula) {
        return result(formula)
                .map(result -> List.of(
                        name(subject),
                        plain(value),
                        formula.written(operand -> word(operand) + " " + shown(operand)),
                        plain(result)));
    }

    private Optional<BigDecimal> result(Formula formula) {
        return formula.value(this::figure).amount();
    }

    private Figure figure(Operand operand) {
        return switch (operand.take()) {
            case VALUE, EACH -> evidence.now(operand.code());
            case PREVIOUS -> evidence.before(operand.code());
            case PLAN -> evidence.plan(operand.code());
        };
    }

    private String word(Operand operand) {
        var word = evidence.word(operand.code());
        return operand.take() == Take.PLAN ? Texts.text("indicators.formula.plan", word) : word;
    }

    private String shown(Operand operand) {
        return amount(figure(operand)).map(Verdict::plain).orElse("?");
    }

    private Optional<List<String>> parts(Relation.Parts parts) {
        return evidence.now(parts.subject()) instanceof Figure.Present said
                        && said.numerator() != null
                        && said.denominator() != null
                        && said.numerator().compareTo(said.denominator()) > 0
                ? Optional.of(List.of(name(parts.subject()), plain(said.numerator()), plain(said.denominator())))
                : Optional.empty();
    }

    private Optional<List<String>> peers(Relation.Peers rule, BigDecimal value, Indicator indicator) {
        var peers = evidence.peers(rule.subject(), rule.least());
        var score = peers.flatMap(found -> found.score(value));
        if (peers.isEmpty() || score.isEmpty() || score.get().compareTo(rule.limit()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                name(rule.subject()),
                FigureText.of(indicator, Figure.of(value)),
                plain(BigDecimal.valueOf(peers.get().count())),
                peers.get().period().label(LocaleContextHolder.getLocale()),
                plain(peers.get().median()),
                plain(peers.get().distance()),
                plain(score.get()),
                plain(rule.limit())));
    }

    private Optional<BigDecimal> total(List<String> codes) {
        var amounts = codes.stream().map(code -> amount(evidence.now(code))).toList();
        return amounts.stream().allMatch(Optional::isPresent)
                ? Optional.of(amounts.stream().map(Optional::get).reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }

    /** "Nothing to count" counts as zero; "no data" counts as unknown. */
    private static Optional<BigDecimal> amount(Figure figure) {
        return figure instanceof Figure.Missing missing && missing.absence() == Absence.NONE
                ? Optional.of(BigDecimal.ZERO)
                : figure.amount();
    }

    private String term(String code) {
        return evidence.word(code) + " "
                + amount(evidence.now(code)).map(Verdict::plain).orElse("?");
    }

    private String name(String code) {
        return evidence.indicator(code).map(Indicator::name).orElse(code);
    }

    private static String plain(BigDecimal value) {
        return VietnameseNumber.format(value, 2);
    }
}
