package org.giaoban.reporting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.indicators.CheckRule;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.indicators.Pacing;
import org.giaoban.indicators.PeerFigures;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Component;

/** Holds a reading against the catalogue, the rules in force and the period before. */
@Component
class Examination {

    private final Indicators indicators;
    private final Figures figures;
    private final PeerFigures peers;
    private final PaceCheck pace;
    private final Pacing plans;

    Examination(Indicators indicators, Figures figures, PeerFigures peers, PaceCheck pace, Pacing plans) {
        this.indicators = indicators;
        this.figures = figures;
        this.peers = peers;
        this.pace = pace;
        this.plans = plans;
    }

    Examined of(ReturnKey key, ReturnReading reading) {
        return of(key, reading, before(key));
    }

    /** Held against the given figures of the period before. */
    Examined of(ReturnKey key, ReturnReading reading, Map<String, Figure> before) {
        var asked = indicators(key.form(), key.period());
        var content = reading.content();
        var rules = indicators.checks(key.period().lastDay());
        var unit = key.unit().id();
        var plans = plans(rules, List.of(unit), key.period()).getOrDefault(unit, Map.of());
        var broken = new Checks(key, asked, content, new Checks.Beside(before, plans), peers).run(rules);
        var due = pace.due(List.of(unit), key.period()).getOrDefault(unit, Map.of());
        var findings = findings(reading, broken, pace.of(key, content, due));
        return new Examined(findings, content.missing(List.copyOf(inOrder(key.form(), asked))));
    }

    /** The same for many units of one form and period, by the figures of the period before; asks once for all of them. */
    Map<UnitId, Examined> of(
            GridReader.Asked asked, Map<ReturnKey, ReturnReading> readings, Map<UnitId, Map<String, Figure>> before) {
        var rules = indicators.checks(asked.period().lastDay());
        var units = units(readings.keySet());
        var plans = plans(rules, units, asked.period());
        var due = pace.due(units, asked.period());
        var examined = new HashMap<UnitId, Examined>();
        readings.forEach((key, reading) -> {
            var unit = key.unit().id();
            var beside = new Checks.Beside(before.getOrDefault(unit, Map.of()), plans.getOrDefault(unit, Map.of()));
            var broken = new Checks(key, asked.indicators(), reading.content(), beside, peers).run(rules);
            var slow = pace.of(key, reading.content(), due.getOrDefault(unit, Map.of()));
            var findings = findings(reading, broken, slow);
            var missing = reading.content().missing(inOrder(key.form(), asked.indicators()));
            examined.put(unit, new Examined(findings, missing));
        });
        return examined;
    }

    /** Asked for only where a rule takes a plan. */
    private Map<UnitId, Map<String, Figure>> plans(List<CheckRule> rules, List<UnitId> units, Period period) {
        return rules.stream().anyMatch(rule -> rule.relation().planned())
                ? plans.plans(units, period.year())
                : Map.of();
    }

    private static List<UnitId> units(Collection<ReturnKey> keys) {
        return keys.stream().map(key -> key.unit().id()).toList();
    }

    /** What could not be read first, then what does not hold, then what lies behind its plan. */
    private static List<Found> findings(ReturnReading reading, List<Found> broken, List<Found> slow) {
        return Stream.of(reading.problems().stream().map(Found::of), broken.stream(), slow.stream())
                .flatMap(found -> found)
                .toList();
    }

    /** The figures of many units of the period before. */
    Map<UnitId, Map<String, Figure>> before(Collection<UnitId> units, Period period) {
        return figures.own(units, period.previous());
    }

    private static List<String> inOrder(Form form, Map<String, Indicator> known) {
        return form.indicators().stream().filter(known::containsKey).toList();
    }

    /** The indicators a form asks for, as the catalogue words them at the end of the period. */
    Map<String, Indicator> indicators(Form form, Period period) {
        return Checks.byCode(indicators.of(form.indicators(), period.lastDay()));
    }

    /** The unit's own figures of the period before. */
    Map<String, Figure> before(ReturnKey key) {
        return figures.own(key.unit().id(), key.period().previous());
    }
}
