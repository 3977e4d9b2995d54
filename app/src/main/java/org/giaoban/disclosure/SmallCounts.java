package org.giaoban.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.Figure;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;

/** Which numbers of persons are too small to be public: {@code small-counts.yaml} of the profile, from a day on. */
@Component
class SmallCounts implements ProfilePart {

    private static final int ORDER = 96;

    private final Indicators indicators;
    private volatile List<Rule> rules = List.of();

    SmallCounts(Indicators indicators) {
        this.indicators = indicators;
    }

    /** The smallest number of persons that may be public from that day, and the measures that count persons. */
    record Rule(LocalDate from, int below, Set<String> measures) {

        private static Rule of(Map<?, ?> written) {
            return new Rule(
                    LocalDate.parse(String.valueOf(written.get("from"))),
                    Integer.parseInt(String.valueOf(written.get("below"))),
                    ((List<?>) Objects.requireNonNull(written.get("measures")))
                            .stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet()));
        }

        /** Nobody can be recognised among none. */
        boolean small(BigDecimal persons) {
            return persons.signum() > 0 && persons.compareTo(BigDecimal.valueOf(below)) < 0;
        }

        private boolean small(Figure.Present figure) {
            var above = figure.numerator();
            var whole = figure.denominator();
            return above == null || whole == null
                    ? small(figure.value())
                    : small(above) || small(whole.subtract(above)) || small(whole);
        }

        /** The place of the first that is too small, or that says one with the place before it when each adds to the last. */
        OptionalInt first(List<Figure.Present> figures, boolean running) {
            for (var at = 0; at < figures.size(); at++) {
                var figure = figures.get(at);
                var added = at == 0 || !running || figure.numerator() != null
                        ? BigDecimal.ZERO
                        : figure.value().subtract(figures.get(at - 1).value());
                if (small(figure) || small(added)) {
                    return OptionalInt.of(at);
                }
            }
            return OptionalInt.empty();
        }
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void load(Profile profile) {
        List<?> read = profile.yaml("small-counts.yaml", List.class);
        rules = read.stream()
                .map(one -> Rule.of((Map<?, ?>) one))
                .sorted(Comparator.comparing(Rule::from))
                .toList();
    }

    /** The rule of that day for this indicator; none where it counts no persons. */
    Stream<Rule> on(LocalDate day, Indicator indicator) {
        return rules.stream()
                .filter(rule -> !rule.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .filter(rule -> counts(rule, indicator, day))
                .stream();
    }

    private boolean counts(Rule rule, Indicator indicator, LocalDate day) {
        var parts = indicator.rate() ? indicators.of(indicator.components(), day) : List.of(indicator);
        return parts.stream()
                .anyMatch(part -> rule.measures().contains(part.wording().unitVi()));
    }
}
