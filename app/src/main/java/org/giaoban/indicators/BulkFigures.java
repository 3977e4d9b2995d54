package org.giaoban.indicators;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the figures of many units' periods at once, where nothing was said before. Whoever calls has asked for the right. */
@Service
@Transactional
public class BulkFigures {

    private final Indicators indicators;
    private final OwnerRepository owners;
    private final BulkFactRepository repository;
    private final CountingWorker counting;
    private final CurrentViewer viewer;
    private final Clock clock;

    BulkFigures(
            Indicators indicators,
            OwnerRepository owners,
            BulkFactRepository repository,
            CountingWorker counting,
            CurrentViewer viewer,
            Clock clock) {
        this.indicators = indicators;
        this.owners = owners;
        this.repository = repository;
        this.counting = counting;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** What one source says about one unit and period. */
    public record Telling(FactSource source, Unit owner, Period period, List<Fact> facts) {}

    /** Of these units those of which something was said about these indicators for exactly this period, with what it was. */
    @Transactional(readOnly = true)
    public Map<UnitId, Map<String, Figure>> said(Collection<UnitId> units, Period period, Set<String> codes) {
        var known = codes.isEmpty() ? Map.<UnitId, Owner>of() : owners.of(units);
        var byNumber = new HashMap<Integer, UnitId>();
        known.forEach((unit, owner) -> byNumber.put(owner.number(), unit));
        var said = new HashMap<UnitId, Map<String, Figure>>();
        repository
                .values(known.values(), PeriodKey.of(period), codes)
                .forEach((number, values) -> said.put(Objects.requireNonNull(byNumber.get(number)), values));
        return said;
    }

    /** The indicators of which some check in force at the end of the period asks what they were the period before. */
    @Transactional(readOnly = true)
    public Set<String> lookedBackTo(Period period) {
        return indicators.checks(period.lastDay()).stream()
                .map(CheckRule::relation)
                .flatMap(relation -> relation.before().stream())
                .collect(Collectors.toSet());
    }

    /** The units that have a sheet for the period: theirs is not to be taken in here. */
    @Transactional(readOnly = true)
    public Set<UnitId> begun(Collection<UnitId> units, Period period) {
        var known = owners.of(units);
        var sheets = repository.sheets(known.values(), PeriodKey.of(period));
        known.values().removeIf(owner -> !sheets.contains(owner.number()));
        return known.keySet();
    }

    /** Takes them in as one by one would: arrivals, values, sheets, and the call to count them. */
    public void put(List<Telling> tellings) {
        var registered =
                owners.register(tellings.stream().map(Telling::owner).distinct().toList());
        var by = viewer.find().orElse(Viewer.SYSTEM).account();
        var rows = new BulkFactRepository.Rows(clock.instant(), by);
        var ids = repository.arrivals(tellings.size()).iterator();
        Map<Period, Map<String, Indicator>> catalogues = new HashMap<>();
        for (var telling : tellings) {
            var catalogue = catalogues.computeIfAbsent(telling.period(), this::catalogue);
            var owner = Objects.requireNonNull(registered.get(telling.owner().id()));
            rows.add(telling.source(), owner, PeriodKey.of(telling.period()), ids.next(), said(telling, catalogue));
        }
        repository.copy(rows);
        counting.announce();
    }

    private Map<String, Indicator> catalogue(Period period) {
        var catalogue = new HashMap<String, Indicator>();
        indicators.catalogue(period.lastDay()).forEach(indicator -> catalogue.put(indicator.code(), indicator));
        return catalogue;
    }

    private static List<FactRepository.Said> said(Telling telling, Map<String, Indicator> catalogue) {
        var said = new ArrayList<FactRepository.Said>();
        for (var fact : telling.facts()) {
            var indicator = catalogue.get(fact.indicator());
            if (indicator != null) {
                said.add(Figures.said(indicator, fact));
            }
        }
        return said;
    }
}
