package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.consolidation.AsNow.Child;
import org.giaoban.consolidation.Difference.Cause;
import org.giaoban.consolidation.LevelRepository.Stir;
import org.giaoban.indicators.FigureText;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what was sent up against what would be sent up now. The answer is calculated whenever it is asked, so none is lost. */
@Component
class DifferenceReader {

    private final SealRepository seals;
    private final LevelRepository reports;
    private final Organization organization;

    DifferenceReader(SealRepository seals, LevelRepository reports, Organization organization) {
        this.seals = seals;
        this.reports = reports;
        this.organization = organization;
    }

    /** In the order of the codes; empty while nothing was sent. */
    List<Difference> of(ReportRow row, @Nullable Sealed sealed, AsNow now) {
        if (sealed == null) {
            return List.of();
        }
        var changed = new ArrayList<Indicator>();
        for (var line : now.lines().values()) {
            var code = line.indicator().code();
            if (!Kept.same(sealed.figure(code), line.figure())) {
                changed.add(line.indicator());
            }
        }
        if (changed.isEmpty()) {
            return List.of();
        }
        var refusals = seals.refusals(row.id(), sealed.number());
        var stirs = stirs(row, sealed, now);
        return changed.stream()
                .map(indicator -> new Difference(
                        indicator,
                        sealed.figure(indicator.code()),
                        now.figure(indicator.code()),
                        causes(indicator, sealed, now, stirs),
                        refusals.get(
                                SealRepository.refusalKey(indicator.code(), Kept.key(now.figure(indicator.code()))))))
                .toList();
    }

    /** By the unit right below: the first thing that moved in its branch after the version was sent. */
    private Map<UnitId, Stir> stirs(ReportRow row, Sealed sealed, AsNow now) {
        var first = new LinkedHashMap<UnitId, Stir>();
        var children = now.children().stream().map(Child::unit).collect(Collectors.toSet());
        var day = now.period().lastDay();
        for (var stir : reports.stirs(row.id(), sealed.stamp().at())) {
            var branch = children.contains(stir.unit())
                    ? stir.unit()
                    : organization.ancestors(stir.unit(), day).stream()
                            .map(Unit::id)
                            .filter(children::contains)
                            .findFirst()
                            .orElse(stir.unit());
            first.putIfAbsent(branch, stir);
        }
        return first;
    }

    private static List<Cause> causes(Indicator indicator, Sealed sealed, AsNow now, Map<UnitId, Stir> stirs) {
        var then = byUnit(sealed.children());
        var today = byUnit(now.children());
        var units = new LinkedHashSet<>(then.keySet());
        units.addAll(today.keySet());
        var causes = new ArrayList<Cause>();
        for (var unit : units) {
            var was = then.get(unit);
            var is = today.get(unit);
            var before = was == null ? Kept.SILENCE : was.figure(indicator.code());
            var after = is == null ? Kept.SILENCE : is.figure(indicator.code());
            if (!Kept.same(before, after)) {
                var stir = stirs.get(unit);
                causes.add(new Cause(
                        unit,
                        Objects.requireNonNull(is == null ? was : is).name(),
                        FigureText.of(indicator, before),
                        FigureText.of(indicator, after),
                        stir == null ? null : stir.at(),
                        stir == null ? how(was, is) : Texts.text("consolidation.stir." + stir.act(), stir.by())));
            }
        }
        return causes;
    }

    /** Without anything that moved, the tree did: a unit came or went in the period's tree. */
    private static @Nullable String how(@Nullable Child was, @Nullable Child is) {
        if (was == null) {
            return Texts.text("consolidation.cause.joined");
        }
        return is == null ? Texts.text("consolidation.cause.left") : null;
    }

    private static Map<UnitId, Child> byUnit(List<Child> children) {
        return children.stream()
                .collect(Collectors.toMap(Child::unit, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
