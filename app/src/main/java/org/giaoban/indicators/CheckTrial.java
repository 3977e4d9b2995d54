package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a check would have found in the last periods, before it is put in force. */
@Service
@Transactional(readOnly = true)
class CheckTrial {

    private static final int PERIODS = 3;
    private static final int EXAMPLES = 5;
    private static final Figure SILENT = Figure.missing(Absence.NOT_REPORTED);

    private final Indicators indicators;
    private final PeerRepository repository;
    private final Pacing pacing;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    CheckTrial(
            Indicators indicators,
            PeerRepository repository,
            Pacing pacing,
            Organization organization,
            Access access,
            Clock clock) {
        this.indicators = indicators;
        this.repository = repository;
        this.pacing = pacing;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** One period: how many units said the indicator, how many the check would have stopped at, and some of those. */
    public record Tried(Period period, int units, int found, List<Example> examples) {}

    /** A unit and the sentence it would have read. */
    public record Example(String unit, String sentence) {}

    /** What all units said for one period, by unit and code. */
    private record Said(Period period, Map<UnitId, Map<String, Figure>> figures) {

        Map<String, Figure> of(UnitId unit) {
            return figures.getOrDefault(unit, Map.of());
        }
    }

    /** The last periods that are over, newest first; none for lists in words, which are not kept as figures. */
    List<Tried> of(CheckRule rule) {
        var subject = indicators.byCode(rule.relation().subject(), LocalDate.now(clock));
        if (subject.isEmpty() || rule.relation() instanceof Relation.Filled) {
            return List.of();
        }
        var periods = periods(subject.get());
        var codes = CheckWords.codes(rule.relation());
        var said = periods.stream().map(period -> said(period, codes)).toList();
        var scope = access.scope(Capability.FIGURES_READ);
        var tried = new ArrayList<Tried>();
        for (var number = 0; number < PERIODS; number++) {
            var units = organization.units(periods.get(number).lastDay()).stream()
                    .filter(unit -> scope.contains(unit.id()))
                    .toList();
            tried.add(tried(rule, units, said.get(number), said.get(number + 1)));
        }
        return tried;
    }

    /** The shortest periods it is asked for, and one more to look back to. */
    private List<Period> periods(Indicator subject) {
        var today = LocalDate.now(clock);
        var asked = subject.schedule().periods();
        var period = asked.contains("M")
                ? Period.month(today.getYear(), today.getMonthValue())
                : asked.contains("Q")
                        ? Period.quarter(today.getYear(), (today.getMonthValue() + 2) / 3)
                        : Period.ofYear(today.getYear());
        var periods = new ArrayList<Period>();
        while (periods.size() <= PERIODS) {
            period = period.previous();
            periods.add(period);
        }
        return periods;
    }

    private Said said(Period period, Set<String> codes) {
        var figures = new HashMap<UnitId, Map<String, Figure>>();
        repository
                .figures(codes, PeriodKey.of(period))
                .forEach(each -> figures.computeIfAbsent(each.unit(), unit -> new HashMap<>())
                        .put(each.code(), each.figure()));
        return new Said(period, figures);
    }

    private Tried tried(CheckRule rule, List<Unit> units, Said now, Said before) {
        var catalogue = indicators.catalogue(now.period().lastDay()).stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        var peers = peers(rule.relation(), now);
        var plans = plans(rule.relation(), units, now.period());
        var count = 0;
        var found = 0;
        var examples = new ArrayList<Example>();
        for (var unit : units) {
            var mine = now.of(unit.id());
            if (mine.containsKey(rule.relation().subject())) {
                count++;
                var evidence = new Kept(
                        mine,
                        before.of(unit.id()),
                        plans.getOrDefault(unit.id(), Map.of()),
                        catalogue,
                        peers.get(unit.kind()));
                var broken = new Verdict(evidence).broken(rule);
                found += broken.isPresent() ? 1 : 0;
                if (broken.isPresent() && examples.size() < EXAMPLES) {
                    var sentence = Texts.text(rule.sentenceKey(), broken.get().toArray());
                    examples.add(new Example(unit.name(), sentence));
                }
            }
        }
        return new Tried(now.period(), count, found, examples);
    }

    private Map<UnitId, Map<String, Figure>> plans(Relation relation, List<Unit> units, Period period) {
        return relation.planned() ? pacing.plans(units.stream().map(Unit::id).toList(), period.year()) : Map.of();
    }

    private Map<String, Peers> peers(Relation relation, Said said) {
        if (!(relation instanceof Relation.Peers)) {
            return Map.of();
        }
        return organization.units(said.period().lastDay()).stream()
                .filter(unit -> said.of(unit.id())
                        .getOrDefault(relation.subject(), SILENT)
                        .present())
                .collect(Collectors.groupingBy(
                        Unit::kind,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        unit -> said.of(unit.id())
                                                .getOrDefault(relation.subject(), SILENT)
                                                .amount()
                                                .orElseThrow(),
                                        Collectors.toList()),
                                values -> Peers.of(said.period(), values))));
    }

    /** What a unit said then. */
    private record Kept(
            Map<String, Figure> figures,
            Map<String, Figure> earlier,
            Map<String, Figure> plans,
            Map<String, Indicator> catalogue,
            @Nullable Peers alike)
            implements Evidence {

        @Override
        public Figure now(String code) {
            return figures.getOrDefault(code, SILENT);
        }

        @Override
        public Figure before(String code) {
            return earlier.getOrDefault(code, SILENT);
        }

        @Override
        public Figure plan(String code) {
            return plans.getOrDefault(code, SILENT);
        }

        @Override
        public Optional<Peers> peers(String code, int least) {
            return Optional.ofNullable(alike).filter(peers -> peers.count() >= least);
        }

        @Override
        public Optional<Boolean> filled(String code) {
            return Optional.empty();
        }

        @Override
        public Optional<Indicator> indicator(String code) {
            return Optional.ofNullable(catalogue.get(code));
        }

        @Override
        public String word(String code) {
            return indicator(code).map(Indicator::name).orElse(code);
        }
    }
}
