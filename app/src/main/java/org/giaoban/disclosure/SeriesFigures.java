package org.giaoban.disclosure;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Refused;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The figures of a series: one a period, frozen when they are let out; what has not changed since keeps its passport. */
@Component
class SeriesFigures {

    /** More periods than these are no series that anybody reads. */
    static final int PERIODS = 36;

    private final Figures figures;
    private final ReleasedFigures released;
    private final Indicators indicators;
    private final SmallCounts small;
    private final Access access;
    private final Clock clock;

    SeriesFigures(
            Figures figures,
            ReleasedFigures released,
            Indicators indicators,
            SmallCounts small,
            Access access,
            Clock clock) {
        this.figures = figures;
        this.released = released;
        this.indicators = indicators;
        this.small = small;
        this.access = access;
        this.clock = clock;
    }

    /** Freezes what the register says now and keeps it as what the series shows. */
    void keep(Item item) {
        var ids = frozen(item);
        guard(item, figures.frozen(ids).values());
        released.replace(item.id(), ids);
    }

    /** Refuses a series by which persons could be told, whoever wants to let it out. */
    private void guard(Item item, Collection<FrozenFigure> all) {
        var today = LocalDate.now(clock);
        var indicator = indicators.get(item.facts().text("indicator"), today);
        var running = item.facts().text("step").equals("YEAR_TO_DATE")
                && indicator.rule().overTime() == Indicator.OverTime.SUM;
        var years = all.stream()
                .filter(each -> each.figure() instanceof Figure.Present)
                .sorted(comparing(each -> each.ref().period().lastDay()))
                .collect(groupingBy(each -> each.ref().period().year(), TreeMap::new, toList()));
        small.on(today, indicator)
                .forEach(rule -> years.values().forEach(year -> {
                    var shown = year.stream()
                            .map(FrozenFigure::figure)
                            .map(Figure.Present.class::cast)
                            .toList();
                    rule.first(shown, running).ifPresent(at -> {
                        var period = year.get(at).ref().period();
                        throw new Refused(
                                "disclosure.refused.small",
                                period.label(LocaleContextHolder.getLocale()),
                                rule.below());
                    });
                }));
    }

    private List<UUID> frozen(Item item) {
        access.require(Capability.FIGURES_READ, item.unit());
        var code = item.facts().text("indicator");
        var kept = unchanged(item, code);
        var frozen = new ArrayList<UUID>();
        for (var period : periods(item.facts())) {
            if (kept.containsKey(period)) {
                frozen.add(Objects.requireNonNull(kept.get(period)));
            } else if (figures.value(item.unit(), period, code) instanceof Figure.Present) {
                frozen.add(
                        figures.freeze(figures.ref(item.unit(), period, code)).id());
            }
        }
        if (frozen.isEmpty()) {
            throw new Refused("disclosure.refused.figures");
        }
        return frozen;
    }

    private Map<Period, UUID> unchanged(Item item, String code) {
        var kept = new HashMap<Period, UUID>();
        for (var each : figures.frozen(released.of(item.id())).values()) {
            if (!each.corrected() && each.ref().indicator().equals(code)) {
                kept.put(each.ref().period(), each.id());
            }
        }
        return kept;
    }

    /** The figures of a released series as they were let out, the earliest period first. */
    List<FrozenFigure> of(UUID series) {
        var ids = released.of(series);
        var found = figures.frozen(ids);
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> Objects.requireNonNull(found.get(id)))
                .toList();
    }

    /** The last figure of each of these series. */
    Map<UUID, FrozenFigure> latest(List<UUID> items) {
        var ids = released.last(items);
        var found = figures.frozen(ids.values());
        var latest = new HashMap<UUID, FrozenFigure>();
        ids.forEach((item, figure) -> {
            if (found.containsKey(figure)) {
                latest.put(item, Objects.requireNonNull(found.get(figure)));
            }
        });
        return latest;
    }

    /** The periods of the series' step that end within its days. */
    static List<Period> periods(Facts facts) {
        var from = facts.day("onDay");
        var until = facts.day("untilDay");
        var periods = new ArrayList<Period>();
        if (from == null || until == null) {
            return periods;
        }
        var month = Period.monthOf(from);
        while (!month.lastDay().isAfter(until) && periods.size() < PERIODS) {
            var last = month.lastDay().getMonthValue();
            switch (facts.text("step")) {
                case "YEAR_TO_DATE" -> periods.add(month.yearToDate());
                case "QUARTER" -> {
                    if (last % 3 == 0) {
                        periods.add(Period.quarter(month.year(), last / 3));
                    }
                }
                case "YEAR" -> {
                    if (last == 12) {
                        periods.add(Period.ofYear(month.year()));
                    }
                }
                default -> periods.add(month);
            }
            month = month.next();
        }
        return periods;
    }
}
