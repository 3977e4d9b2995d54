package org.giaoban.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.FactRepository.Arrival;
import org.giaoban.indicators.FactRepository.Said;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Values and everything calculated from them. Whoever calls has asked for the right to see or to put. */
@Service
@Transactional
public class Figures {

    private final Indicators indicators;
    private final Organization organization;
    private final FactRepository facts;
    private final FactWriter writer;
    private final OwnerRepository owners;
    private final AcceptanceRepository acceptances;
    private final CountingWorker counting;
    private final FigureLines lines;
    private final FrozenFigures frozen;
    private final CurrentViewer viewer;
    private final Clock clock;

    Figures(
            Indicators indicators,
            Organization organization,
            FactRepository facts,
            FactWriter writer,
            OwnerRepository owners,
            AcceptanceRepository acceptances,
            CountingWorker counting,
            FigureLines lines,
            FrozenFigures frozen,
            CurrentViewer viewer,
            Clock clock) {
        this.indicators = indicators;
        this.organization = organization;
        this.facts = facts;
        this.writer = writer;
        this.owners = owners;
        this.acceptances = acceptances;
        this.counting = counting;
        this.lines = lines;
        this.frozen = frozen;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Replaces what this source said about the unit and the period; unchanged values keep their version. */
    public void put(FactSource source, UnitId owner, Period period, List<Fact> said) {
        var catalogue = indicators.catalogue(period.lastDay()).stream()
                .collect(Collectors.toMap(Indicator::code, indicator -> indicator));
        takeIn(
                source,
                owner,
                period,
                said.stream()
                        .filter(fact -> catalogue.containsKey(fact.indicator()))
                        .map(fact -> said(Objects.requireNonNull(catalogue.get(fact.indicator())), fact))
                        .toList());
    }

    /** What the source said counts no longer; the values stay readable as past ones. */
    public void withdraw(FactSource source, UnitId owner, Period period) {
        takeIn(source, owner, period, List.of());
    }

    /** The unit above accepts what this source said about the unit and the period. */
    public void accept(FactSource source, UnitId owner, Period period) {
        var registered = owners.register(organization.get(owner, period.lastDay()));
        var by = viewer.find().orElse(Viewer.SYSTEM).account();
        acceptances.accept(new Arrival(source, registered, PeriodKey.of(period), clock.instant(), by));
        counting.announce();
    }

    private void takeIn(FactSource source, UnitId owner, Period period, List<Said> said) {
        var registered = owners.register(organization.get(owner, period.lastDay()));
        var by = viewer.find().orElse(Viewer.SYSTEM).account();
        writer.takeIn(new Arrival(source, registered, PeriodKey.of(period), clock.instant(), by), said);
        counting.announce();
    }

    /** Where every unit counts as one ("criteria per commune") people type the value alone. */
    static Said said(Indicator indicator, Fact fact) {
        var figure = fact.figure();
        if (figure instanceof Figure.Present present
                && present.numerator() == null
                && "1".equals(indicator.rule().denominator())) {
            figure = new Figure.Present(present.value(), present.value(), BigDecimal.ONE, present.qualifier());
        }
        return new Said(indicator.id(), figure, fact.place());
    }

    /** Stored values of the unit itself for exactly this period, without the units below. */
    @Transactional(readOnly = true)
    public Map<String, Figure> own(UnitId unit, Period period) {
        var known = owners.of(List.of(unit)).get(unit);
        return known == null ? Map.of() : facts.own(known, PeriodKey.of(period));
    }

    /** The same for many units; units without a value are left out. */
    @Transactional(readOnly = true)
    public Map<UnitId, Map<String, Figure>> own(Collection<UnitId> units, Period period) {
        var known = owners.of(units);
        return known.isEmpty() || period.kind() == Period.Kind.STRETCH
                ? Map.of()
                : facts.own(known.values(), PeriodKey.of(period));
    }

    /** Rolled up over the unit's tree; longer periods are put together from months. */
    @Transactional(readOnly = true)
    public Figure value(UnitId root, Period period, String indicator) {
        return row(root, period, indicator).actual().figure();
    }

    @Transactional(readOnly = true)
    public FigureLine row(UnitId root, Period period, String indicator) {
        return row(root, period, indicator, TreeView.AS_WAS);
    }

    @Transactional(readOnly = true)
    public FigureLine row(UnitId root, Period period, String indicator, TreeView view) {
        indicators.get(indicator, period.lastDay());
        return lines.of(root, period, List.of(indicator), view).getFirst();
    }

    /** Lines for these codes in the order asked; ask with a year-to-date period for cumulative figures. */
    @Transactional(readOnly = true)
    public List<FigureLine> rows(UnitId root, Period period, Collection<String> codes, TreeView view) {
        return lines.of(root, period, codes, view);
    }

    /** Lines for the whole catalogue except its texts. */
    @Transactional(readOnly = true)
    public List<FigureLine> table(UnitId root, Period period, TreeView view) {
        return lines.of(
                root,
                period,
                indicators.catalogue(period.lastDay()).stream()
                        .filter(indicator -> indicator.type() != Indicator.Type.TEXT)
                        .map(Indicator::code)
                        .toList(),
                view);
    }

    /** Lines for what has a target in the year, the unit's own or one of a unit below; a board asks for no more. */
    @Transactional(readOnly = true)
    public List<FigureLine> planned(UnitId root, Period period, TreeView view) {
        return lines.of(root, period, lines.planned(root, period, view), view);
    }

    /** By code: the figures of all direct children that have one or should, in the order of the tree. */
    @Transactional(readOnly = true)
    public Map<String, List<FigureLine.UnitFigure>> units(
            UnitId root, Period period, Collection<String> codes, TreeView view) {
        return lines.units(root, period, codes, view);
    }

    @Transactional(readOnly = true)
    public FigureRef ref(UnitId unit, Period period, String indicator) {
        return new FigureRef(
                indicator, unit, period, row(unit, period, indicator).actual().version());
    }

    /** Keeps the figure as it is now, for a text that prints it. */
    public FrozenFigure freeze(FigureRef ref) {
        return freeze(ref, clock.instant());
    }

    /** Keeps the figure for a text of that moment: a story tells what was printed before it begins. */
    public FrozenFigure freeze(FigureRef ref, Instant at) {
        var line = row(ref.unit(), ref.period(), ref.indicator());
        if (line.actual().figure() instanceof Figure.Missing missing && missing.absence() == Absence.NOT_REPORTED) {
            throw new Refused("indicators.frozen.missing", line.indicator().name());
        }
        var unit = organization.get(ref.unit(), ref.period().lastDay());
        return frozen.freeze(unit, ref.period(), line, at);
    }

    @Transactional(readOnly = true)
    public Optional<FrozenFigure> frozen(UUID id) {
        return Optional.ofNullable(frozen(List.of(id)).get(id));
    }

    /** By id, each compared with what the rows behind it say now; unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, FrozenFigure> frozen(Collection<UUID> ids) {
        return ids.isEmpty() ? new HashMap<>() : frozen.of(ids);
    }

    /** Where a passport says where the plan comes from, to be put behind its address. */
    public static final String PLAN = "#plan";

    /** Where a passport shows how the figure moved against last year. */
    public static final String CHANGE = "#change";

    /** The page of a figure's passport. */
    public static String href(String unitCode, String indicator, Period period) {
        return "/figures/" + unitCode + "/" + indicator + "/" + period.code();
    }
}
