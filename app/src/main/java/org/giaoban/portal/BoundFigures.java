package org.giaoban.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureRef;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures in articles: taken from the register, frozen as printed, and marked when the register says otherwise now. */
@Service
@Transactional
class BoundFigures {

    private final Figures figures;
    private final Indicators indicators;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    BoundFigures(Figures figures, Indicators indicators, Organization organization, Access access, Clock clock) {
        this.figures = figures;
        this.indicators = indicators;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** What was frozen never changes, so its words may be remembered for as long as there is room. */
    private final Cache<Printed, String> printed =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private record Printed(UUID id, String language) {}

    /** A figure as editors see it: what it is, what the text prints, what the register says now, and the page of its passport. */
    public record Line(UUID id, String name, String place, String text, boolean corrected, String now, String href) {}

    /** Freezes a figure so that a text may print it; refused when nobody has reported it. */
    FrozenFigure take(UnitId unit, String indicator, Period period) {
        access.require(Capability.FIGURES_READ, unit);
        var frozen = figures.freeze(figures.ref(unit, period, indicator));
        if (!(frozen.figure() instanceof org.giaoban.kernel.Figure.Present)) {
            throw new Refused("portal.figure.not-reported");
        }
        return frozen;
    }

    /** For drafts: the figure frozen, or nothing when nobody has reported it or the writer may not see it. */
    Optional<FrozenFigure> ifReported(UnitId unit, String indicator, Period period) {
        return ifReported(unit, indicator, period, clock.instant());
    }

    /** The same for a text of that moment. */
    Optional<FrozenFigure> ifReported(UnitId unit, String indicator, Period period, Instant at) {
        if (!access.allows(Capability.FIGURES_READ, unit)
                || indicators.byCode(indicator, period.lastDay()).isEmpty()
                || !(figures.value(unit, period, indicator) instanceof org.giaoban.kernel.Figure.Present)) {
            return Optional.empty();
        }
        return Optional.of(figures.freeze(figures.ref(unit, period, indicator), at));
    }

    /** The figure once more, as it stands now. */
    FrozenFigure renew(UUID id) {
        var old = figures.frozen(id).orElseThrow(() -> new org.giaoban.platform.NotFound(id));
        return take(old.ref().unit(), old.ref().indicator(), old.ref().period());
    }

    @Transactional(readOnly = true)
    Optional<FrozenFigure> find(UUID id) {
        return figures.frozen(id);
    }

    /** How many units the figure stands on today. */
    @Transactional(readOnly = true)
    FigureLine.Counts counts(FigureRef ref) {
        return figures.row(ref.unit(), ref.period(), ref.indicator()).actual().counts();
    }

    @Transactional(readOnly = true)
    Map<UUID, String> texts(Collection<UUID> ids) {
        var language = Texts.language();
        var missing = ids.stream()
                .filter(id -> printed.getIfPresent(new Printed(id, language)) == null)
                .toList();
        if (!missing.isEmpty()) {
            figures.frozen(missing).forEach((id, frozen) -> printed.put(new Printed(id, language), frozen.text()));
        }
        var texts = new HashMap<UUID, String>();
        for (var id : ids) {
            Optional.ofNullable(printed.getIfPresent(new Printed(id, language))).ifPresent(text -> texts.put(id, text));
        }
        return texts;
    }

    @Transactional(readOnly = true)
    List<Line> lines(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = figures.frozen(ids);
        var codes = found.values().stream()
                .map(FrozenFigure::ref)
                .map(FigureRef::indicator)
                .distinct()
                .toList();
        var names = new HashMap<String, String>();
        indicators.of(codes, LocalDate.now(clock)).forEach(each -> names.put(each.code(), each.name()));
        ended(found.values(), names)
                .forEach((day, gone) -> indicators.of(gone, day).forEach(each -> names.put(each.code(), each.name())));
        var units = found.values().stream()
                .map(frozen -> frozen.ref().unit())
                .distinct()
                .toList();
        organization.names(units, LocalDate.now(clock)).forEach((unit, name) -> names.put(unit.toString(), name));
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> line(java.util.Objects.requireNonNull(found.get(id)), names))
                .toList();
    }

    /** Indicators that nobody counts by any more, by a day on which they were. */
    private static Map<LocalDate, List<String>> ended(Collection<FrozenFigure> found, Map<String, String> known) {
        return found.stream()
                .map(FrozenFigure::ref)
                .filter(ref -> !known.containsKey(ref.indicator()))
                .collect(Collectors.groupingBy(
                        ref -> ref.period().lastDay(), Collectors.mapping(FigureRef::indicator, Collectors.toList())));
    }

    private static Line line(FrozenFigure frozen, Map<String, String> names) {
        var ref = frozen.ref();
        var place = names.getOrDefault(ref.unit().toString(), frozen.unitCode()) + " · "
                + ref.period().label(LocaleContextHolder.getLocale());
        return new Line(
                frozen.id(),
                names.getOrDefault(ref.indicator(), ref.indicator()),
                place,
                frozen.text(),
                frozen.corrected(),
                frozen.textNow(),
                Figures.href(frozen.unitCode(), ref.indicator(), ref.period()));
    }

    /** Indicators to choose from, by code. */
    @Transactional(readOnly = true)
    Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        indicators.catalogue(LocalDate.now(clock)).stream()
                .filter(each -> each.type() != org.giaoban.indicators.Indicator.Type.TEXT)
                .forEach(each -> choices.put(each.code(), each.code() + " · " + each.name()));
        return choices;
    }
}
