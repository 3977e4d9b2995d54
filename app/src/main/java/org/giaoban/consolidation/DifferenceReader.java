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
            if (!sealed.stated(code).same(line.stated())) {
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
                        sealed.stated(indicator.code()),
                        now.stated(indicator.code()),
                        causes(indicator, sealed, now, stirs),
                        refusals.get(SealRepository.refusalKey(
                                indicator.code(), now.stated(indicator.code()).key()))))
                .toList();
    }

    /** By the unit right below: the first thing that moved in its branch after the version was sent. */
    private Map<UnitId, Stir> stirs(ReportRow row, Sealed sealed, AsNow now) {
        var first = new LinkedHashMap<UnitId, Stir>();
        var children = now.children().stream().map(Child::unit).collect(Collectors.toSet());
        var day = now.target().period().lastDay();
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
        // Something of the whole level, such as another tree, stands for those that did not move themselves.
        var whole = stirs.get(now.target().unit().id());
        var then = byUnit(sealed.children());
        var today = byUnit(now.children());
        var units = new LinkedHashSet<>(then.keySet());
        units.addAll(today.keySet());
        var causes = new ArrayList<Cause>();
        for (var unit : units) {
            var was = then.get(unit);
            var is = today.get(unit);
            var before = was == null ? Stated.SILENCE : was.share(indicator.code());
            var after = is == null ? Stated.SILENCE : is.share(indicator.code());
            if (!before.same(after)) {
                var stir = stirs.getOrDefault(unit, whole);
                causes.add(new Cause(
                        unit,
                        Objects.requireNonNull(is == null ? was : is).name(),
                        before.text(indicator),
                        after.text(indicator),
                        stir == null ? null : stir.at(),
                        how(was, is, stir)));
            }
        }
        return causes;
    }

    /** A unit that came or went says most; then what moved first. */
    private static @Nullable String how(@Nullable Child was, @Nullable Child is, @Nullable Stir stir) {
        if (was == null || is == null) {
            return Texts.text(was == null ? "consolidation.cause.joined" : "consolidation.cause.left");
        }
        return stir == null ? null : Texts.text("consolidation.stir." + stir.act(), stir.by());
    }

    private static Map<UnitId, Child> byUnit(List<Child> children) {
        return children.stream()
                .collect(Collectors.toMap(Child::unit, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
