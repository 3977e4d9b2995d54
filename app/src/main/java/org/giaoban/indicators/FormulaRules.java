package org.giaoban.indicators;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.formulas.Formula;
import org.giaoban.formulas.Measure;
import org.giaoban.formulas.Mistake;
import org.giaoban.indicators.Indicator.Type;
import org.giaoban.platform.Texts;

/** What must hold of a calculated indicator beside the others of its day: known terms, fitting units, no way back to itself. */
final class FormulaRules {

    private final Map<String, Indicator> catalogue;

    FormulaRules(Collection<Indicator> catalogue) {
        this.catalogue = catalogue.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    /** A mistake and where it stands: in which field, and in which piece of it. */
    record Wrong(String field, String text, String[] place) {}

    /** The first thing wrong with the formulas of an indicator; it may be new or stand in for the one of its code. */
    Optional<Wrong> wrong(Indicator line) {
        return own(line).or(() -> dependent(line));
    }

    /** What is calculated from it must still fit, or a new unit of measure would break it in silence. */
    private Optional<Wrong> dependent(Indicator line) {
        var lines = new FormulaRules(with(line).values());
        return catalogue.values().stream()
                .filter(other ->
                        !other.code().equals(line.code()) && other.components().contains(line.code()))
                .flatMap(other -> lines
                        .miscounted(other)
                        .map(wrong -> new Wrong(
                                "unitVi",
                                Texts.text("indicators.formula.dependent", other.code(), other.name(), wrong.text()),
                                wrong.place()))
                        .stream())
                .findFirst();
    }

    private Optional<Wrong> own(Indicator line) {
        var above = line.rule().numerator();
        var below = line.rule().denominator();
        if (above == null) {
            // A denominator of 1 alone counts every unit as one.
            return below == null || below.equals("1") ? Optional.empty() : said("numerator", "lacks-above", below);
        }
        if (line.rate() != (below != null)) {
            return said("denominator", line.rate() ? "lacks-below" : "no-rate", below == null ? "" : below);
        }
        return unreadable("numerator", above)
                .or(() -> below == null ? Optional.empty() : unreadable("denominator", below))
                .or(() -> miscounted(line))
                .or(() -> circle(line))
                .or(() -> backTwice(line));
    }

    private static Optional<Wrong> unreadable(String field, String text) {
        try {
            Formula.read(text);
            return Optional.empty();
        } catch (Mistake mistake) {
            return Optional.of(new Wrong(field, mistake.text(), mistake.span().cut(text)));
        }
    }

    private Optional<Wrong> miscounted(Indicator line) {
        var above = Formula.read(String.valueOf(line.rule().numerator()));
        var wanted = Measure.of(line.wording().unitVi());
        var text = line.rule().numerator();
        var below = line.rule().denominator();
        try {
            above.measure(this::measure);
        } catch (Mistake mistake) {
            return Optional.of(
                    new Wrong("numerator", mistake.text(), mistake.span().cut(String.valueOf(text))));
        }
        try {
            if (below == null) {
                above.mustCount(wanted, this::measure);
            } else {
                Formula.read(below).measure(this::measure);
                above.mustCountOver(Formula.read(below), wanted, this::measure);
            }
            return Optional.empty();
        } catch (Mistake mistake) {
            var field = below == null ? "numerator" : "denominator";
            var place = below == null ? String.valueOf(text) : below;
            return Optional.of(new Wrong(field, mistake.text(), mistake.span().cut(place)));
        }
    }

    private Optional<Measure> measure(String code) {
        return Optional.ofNullable(catalogue.get(code))
                .filter(line -> line.type() != Type.TEXT)
                .map(line -> Measure.of(line.wording().unitVi()));
    }

    /** The way from the indicator through its formulas back to itself, in words. */
    private Optional<Wrong> circle(Indicator line) {
        return circle(line.code(), line.code(), with(line), new ArrayDeque<>())
                .map(way -> new Wrong("numerator", Texts.text("indicators.formula.circle", way), new String[] {
                    "", String.valueOf(line.rule().numerator()), ""
                }));
    }

    private Map<String, Indicator> with(Indicator line) {
        var lines = new HashMap<>(catalogue);
        lines.put(line.code(), line);
        return lines;
    }

    private static Optional<String> circle(
            String from, String wanted, Map<String, Indicator> lines, Deque<String> way) {
        var line = lines.get(from);
        if (line == null || way.contains(from)) {
            return Optional.empty();
        }
        way.addLast(from);
        for (var code : line.components()) {
            if (code.equals(wanted)) {
                return Optional.of(String.join(" → ", way) + " → " + wanted);
            }
            var found = circle(code, wanted, lines, way);
            if (found.isPresent()) {
                return found;
            }
        }
        way.removeLast();
        return Optional.empty();
    }

    /** Looking back at what itself looks back would need the period before the one before. */
    private Optional<Wrong> backTwice(Indicator line) {
        var lines = with(line);
        return lines.values().stream().anyMatch(each -> each.previous().anyMatch(code -> looksBack(code, lines)))
                ? said("numerator", "back-twice", String.valueOf(line.rule().numerator()))
                : Optional.empty();
    }

    private static boolean looksBack(String code, Map<String, Indicator> lines) {
        var line = lines.get(code);
        return line != null
                && (line.looksBack() || line.components().stream().anyMatch(component -> looksBack(component, lines)));
    }

    private static Optional<Wrong> said(String field, String key, String text) {
        return Optional.of(new Wrong(field, Texts.text("indicators.formula." + key), new String[] {"", text, ""}));
    }
}
