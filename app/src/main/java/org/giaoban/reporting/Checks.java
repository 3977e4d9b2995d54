package org.giaoban.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.indicators.CheckRule;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.indicators.FigureText;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.platform.Texts;

/** Holds a return against the rules: bounds, sums, parts of a whole, the roll-forward from the period before, jumps. */
final class Checks {

    private final Form form;
    private final Map<String, Indicator> indicators;
    private final Map<String, Entry> now;
    private final Map<String, Figure> before;

    Checks(Form form, Map<String, Indicator> indicators, Map<String, Entry> now, Map<String, Figure> before) {
        this.form = form;
        this.indicators = indicators;
        this.now = now;
        this.before = before;
    }

    /** What does not hold, in the order of the rules. A check with an unknown term says nothing. */
    List<Found> run(List<CheckRule> rules) {
        return rules.stream()
                .flatMap(rule -> arguments(rule.relation()).map(arguments -> found(rule, arguments)).stream())
                .toList();
    }

    private Found found(CheckRule rule, List<String> arguments) {
        String subject = rule.relation().subject();
        var entry = now.get(subject);
        var severity = switch (rule.severity()) {
            case BLOCKS -> Severity.BLOCKING;
            case NEEDS_REASON -> Severity.REASON;
            case INFORMS -> Severity.NOTE;
        };
        return new Found(
                rule.code(),
                severity,
                title(rule.relation()),
                subject,
                rule.sentenceKey(),
                arguments,
                entry == null ? null : entry.place());
    }

    private static String title(Relation relation) {
        return switch (relation) {
            case Relation.Bounds _ -> "reporting.finding.bounds";
            case Relation.Sum _ -> "reporting.finding.sum";
            case Relation.Part _ -> "reporting.finding.part";
            case Relation.RollForward _ -> "reporting.finding.roll";
            case Relation.Jump _ -> "reporting.finding.jump";
        };
    }

    /** The arguments of the sentence when the relation is broken. */
    private Optional<List<String>> arguments(Relation relation) {
        var value = amount(relation.subject());
        if (value.isEmpty() || !indicators.containsKey(relation.subject())) {
            return Optional.empty();
        }
        return switch (relation) {
            case Relation.Bounds bounds -> bounds(bounds, value.get());
            case Relation.Sum sum -> sum(sum, value.get());
            case Relation.Part part -> part(part, value.get());
            case Relation.RollForward roll -> roll(roll, value.get());
            case Relation.Jump jump -> jump(jump, value.get());
        };
    }

    private Optional<List<String>> bounds(Relation.Bounds bounds, BigDecimal value) {
        boolean low = bounds.least() != null && value.compareTo(bounds.least()) < 0;
        boolean high = bounds.most() != null && value.compareTo(bounds.most()) > 0;
        if (!low && !high) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                name(bounds.subject()),
                shown(bounds.subject(), value),
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
        return amount(part.whole())
                .filter(whole -> value.compareTo(whole) > 0)
                .map(whole -> List.of(name(part.subject()), plain(value), name(part.whole()), plain(whole)));
    }

    private Optional<List<String>> roll(Relation.RollForward roll, BigDecimal value) {
        var start = Optional.ofNullable(before.get(roll.subject())).flatMap(Figure::amount);
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
        terms.add(Texts.text("reporting.check.start", plain(start.get())));
        roll.in().forEach(code -> terms.add("+ " + term(code)));
        roll.out().forEach(code -> terms.add("− " + term(code)));
        return Optional.of(List.of(name(roll.subject()), String.join(" ", terms), plain(expected), plain(value)));
    }

    private Optional<List<String>> jump(Relation.Jump jump, BigDecimal value) {
        var last = Optional.ofNullable(before.get(jump.subject())).flatMap(Figure::amount);
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

    private Optional<BigDecimal> total(List<String> codes) {
        var amounts = codes.stream().map(this::amount).toList();
        return amounts.stream().allMatch(Optional::isPresent)
                ? Optional.of(amounts.stream().map(Optional::get).reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }

    /** "Nothing to count" counts as zero; "no data" counts as unknown. */
    private Optional<BigDecimal> amount(String code) {
        var entry = now.get(code);
        if (entry == null) {
            return Optional.empty();
        }
        return switch (entry.figure()) {
            case Figure.Present present -> Optional.of(present.value());
            case Figure.Missing missing ->
                missing.absence() == Absence.NONE ? Optional.of(BigDecimal.ZERO) : Optional.empty();
        };
    }

    private String term(String code) {
        return form.word(code).orElseGet(() -> name(code)) + " "
                + amount(code).map(Checks::plain).orElse("?");
    }

    private String name(String code) {
        return Optional.ofNullable(indicators.get(code)).map(Indicator::name).orElse(code);
    }

    private String shown(String code, BigDecimal value) {
        var indicator = indicators.get(code);
        return indicator == null ? plain(value) : FigureText.of(indicator, Figure.of(value));
    }

    private static String plain(BigDecimal value) {
        return VietnameseNumber.format(value, 2);
    }

    /** Indicators by code. */
    static Map<String, Indicator> byCode(List<Indicator> indicators) {
        return indicators.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }
}
