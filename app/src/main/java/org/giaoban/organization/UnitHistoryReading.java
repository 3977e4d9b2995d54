package org.giaoban.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.UnitApi.UnitShown;
import org.giaoban.organization.UnitHistoryApi.DifferenceLine;
import org.giaoban.organization.UnitHistoryApi.DifferenceShown;
import org.giaoban.organization.UnitHistoryApi.KindCount;
import org.giaoban.organization.UnitHistoryApi.LineageShown;
import org.giaoban.organization.UnitHistoryApi.LineageStep;
import org.giaoban.organization.UnitHistoryApi.LineageUnit;
import org.giaoban.organization.UnitHistoryApi.Step;
import org.giaoban.organization.UnitHistoryApi.Steps;
import org.giaoban.organization.UnitHistoryApi.UnitNamed;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.giaoban.platform.api.Unprocessable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What programs read of the tree's history; units they may not read stay unnamed. */
@Service
@Transactional(readOnly = true)
class UnitHistoryReading {

    private final UnitReading units;
    private final UnitRepository repository;
    private final Organization organization;
    private final Successions successions;
    private final TreeDifferences differences;
    private final Access access;

    UnitHistoryReading(
            UnitReading units,
            UnitRepository repository,
            Organization organization,
            Successions successions,
            TreeDifferences differences,
            Access access) {
        this.units = units;
        this.repository = repository;
        this.organization = organization;
        this.successions = successions;
        this.differences = differences;
        this.access = access;
    }

    Steps after(String unit) {
        return steps(successions.of(units.visible(unit)), Succession::to);
    }

    Steps before(String unit) {
        return steps(successions.into(units.visible(unit)), Succession::from);
    }

    private Steps steps(List<Succession> found, Function<Succession, UnitId> other) {
        return new Steps(found.stream()
                .map(step -> new Step(
                        named(other.apply(step), step.day()), step.day(), step.share(), step.estimated(), step.plan()))
                .toList());
    }

    private @Nullable UnitNamed named(UnitId id, LocalDate day) {
        if (!readable(id)) {
            return null;
        }
        return repository.nearest(List.of(id), day).stream()
                .map(unit -> new UnitNamed(id.value(), unit.code(), unit.name()))
                .findFirst()
                .orElse(null);
    }

    LineageShown lineage(String unit) {
        var id = units.visible(unit);
        var lineage = successions.lineage(id);
        var seen = new HashSet<UnitId>();
        lineage.nodes().stream().map(Lineage.Node::unit).filter(this::readable).forEach(seen::add);
        return new LineageShown(
                id.value(),
                lineage.nodes().stream()
                        .filter(node -> seen.contains(node.unit()))
                        .map(node -> new LineageUnit(
                                node.unit().value(),
                                node.code(),
                                node.name(),
                                node.column(),
                                node.from(),
                                node.until()))
                        .toList(),
                lineage.arrows().stream()
                        .filter(arrow -> seen.contains(arrow.from()) && seen.contains(arrow.to()))
                        .map(arrow -> new LineageStep(
                                arrow.from().value(),
                                arrow.to().value(),
                                arrow.day(),
                                arrow.share(),
                                arrow.estimated()))
                        .toList());
    }

    /** Only for those who reach everything below the top today: it counts what stands there. */
    DifferenceShown differences(LocalDate from, LocalDate to, @Nullable String asked) {
        if (to.isBefore(from)) {
            throw new Unprocessable("to", Texts.text("organization.api.to-before"));
        }
        var top = top(asked);
        var found = differences.between(from, to, top);
        return new DifferenceShown(
                from,
                to,
                found.counts().stream()
                        .map(count -> new KindCount(count.kind(), count.before(), count.after()))
                        .toList(),
                found.lines().stream()
                        .limit(Difference.MOST)
                        .map(line -> new DifferenceLine(
                                line.unit().value(),
                                line.code(),
                                line.what(),
                                line.before() == null ? null : units.shown(line.before(), from),
                                after(line, to)))
                        .toList(),
                found.total());
    }

    /** A unit that left the viewer's reach was theirs to see before; where it is now is not. */
    private @Nullable UnitShown after(Difference.Line line, LocalDate to) {
        var after = line.after();
        return after == null || !readable(line.unit()) ? null : units.shown(after, to);
    }

    private @Nullable UnitId top(@Nullable String asked) {
        var scope = access.scope(Capability.ORGANIZATION_READ);
        if (asked == null && scope.everywhere()) {
            return null;
        }
        var top = asked == null ? only(organization.tops(scope, units.today())) : units.visible(asked);
        if (!reached(organization.subtree(top, units.today()))) {
            throw new NotFound(top);
        }
        return top;
    }

    private static UnitId only(List<Unit> tops) {
        if (tops.size() != 1) {
            throw new Unprocessable("top", Texts.text("organization.api.which-top"));
        }
        return tops.getFirst().id();
    }

    private boolean reached(Collection<Unit> all) {
        return all.stream().map(Unit::id).allMatch(this::readable);
    }

    private boolean readable(UnitId unit) {
        return access.allows(Capability.ORGANIZATION_READ, unit);
    }
}
