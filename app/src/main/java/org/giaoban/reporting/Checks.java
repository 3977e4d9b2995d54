package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.indicators.CheckRule;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.indicators.Evidence;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.PeerFigures;
import org.giaoban.indicators.Peers;
import org.giaoban.indicators.Verdict;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;

/** Holds a return against the rules: bounds, sums, parts of a whole, the period before, units of the same kind. */
final class Checks implements Evidence {

    private static final Figure SILENT = Figure.missing(Absence.NOT_REPORTED);

    private final ReturnKey key;
    private final Map<String, Indicator> indicators;
    private final Content content;
    private final Beside beside;
    private final PeerFigures peers;

    Checks(ReturnKey key, Map<String, Indicator> indicators, Content content, Beside beside, PeerFigures peers) {
        this.key = key;
        this.indicators = indicators;
        this.content = content;
        this.beside = beside;
        this.peers = peers;
    }

    /** What else is known of the unit: what it said for the period before, and its plans of the year. */
    record Beside(Map<String, Figure> before, Map<String, Figure> plans) {}

    /** What does not hold, in the order of the rules. */
    List<Found> run(List<CheckRule> rules) {
        var verdict = new Verdict(this);
        return rules.stream()
                .flatMap(rule -> verdict.broken(rule).map(arguments -> found(rule, arguments)).stream())
                .toList();
    }

    private Found found(CheckRule rule, List<String> arguments) {
        String subject = rule.relation().subject();
        var entry = content.values().get(subject);
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
            case Relation.Sum _, Relation.Equal _ -> "reporting.finding.sum";
            case Relation.Part _, Relation.AtMost _ -> "reporting.finding.part";
            case Relation.RollForward _ -> "reporting.finding.roll";
            case Relation.Jump _ -> "reporting.finding.jump";
            case Relation.Parts _ -> "reporting.finding.parts";
            case Relation.Peers _ -> "reporting.finding.peers";
            case Relation.Filled _ -> "reporting.finding.filled";
        };
    }

    @Override
    public Figure now(String code) {
        var entry = content.values().get(code);
        return entry == null ? SILENT : entry.figure();
    }

    @Override
    public Figure before(String code) {
        return beside.before().getOrDefault(code, SILENT);
    }

    @Override
    public Figure plan(String code) {
        return beside.plans().getOrDefault(code, SILENT);
    }

    @Override
    public Optional<Peers> peers(String code, int least) {
        return peers.of(key.unit(), key.period(), code, least);
    }

    @Override
    public Optional<Boolean> filled(String code) {
        return section(code)
                .map(section ->
                        !content.texts().getOrDefault(section.code(), "").isBlank());
    }

    /** The part in words that holds a list of the catalogue. */
    private Optional<Form.Section> section(String code) {
        return key.form().sections().stream()
                .filter(section -> code.equals(section.indicator()))
                .findFirst();
    }

    @Override
    public Optional<Indicator> indicator(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    @Override
    public String word(String code) {
        return key.form()
                .word(code)
                .or(() -> indicator(code).map(Indicator::name))
                .or(() -> section(code).map(section -> section.name().text()))
                .orElse(code);
    }

    /** Indicators by code. */
    static Map<String, Indicator> byCode(List<Indicator> indicators) {
        return indicators.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }
}
