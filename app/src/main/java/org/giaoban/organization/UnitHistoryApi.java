package org.giaoban.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.organization.UnitApi.UnitShown;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.Described;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of units, for programs: successors, lineages, and the tree of one day against that of another. */
@Api
class UnitHistoryApi {

    private final UnitHistoryReading history;

    UnitHistoryApi(UnitHistoryReading history) {
        this.history = history;
    }

    /** All steps in one direction; a unit has few. */
    public record Steps(List<Step> items) {}

    /**
     * A share of one unit that another stands for from a day on.
     *
     * @param other null when the program may not read the other unit
     */
    public record Step(
            @Described("organization.api.other") @Nullable UnitNamed other,
            @Described("organization.api.day") LocalDate day,
            @Described("organization.api.share") BigDecimal share,
            @Described("organization.api.estimated") boolean estimated,
            @Described("organization.api.plan") UUID plan) {}

    /** A unit by all its names. */
    public record UnitNamed(UUID id, String code, String name) {}

    /** The units a unit came from and those that came after it. */
    public record LineageShown(UUID unit, List<LineageUnit> units, List<LineageStep> steps) {}

    /** A unit in a lineage. */
    public record LineageUnit(
            UUID id,
            String code,
            String name,
            @Described("organization.api.column") int column,
            LocalDate from,
            @Described("organization.api.gone") @Nullable LocalDate until) {}

    /** A share of one unit of a lineage that goes to another of it. */
    public record LineageStep(UUID from, UUID to, LocalDate day, BigDecimal share, boolean estimated) {}

    /** How the tree of one day differs from that of an earlier one. */
    public record DifferenceShown(
            LocalDate from,
            LocalDate to,
            List<KindCount> counts,
            @Described("organization.api.lines") List<DifferenceLine> lines,
            @Described("organization.api.total") int total) {}

    /** How many units of a kind there were on both days. */
    public record KindCount(String kind, int before, int after) {}

    /** A unit that is not the same on both days. */
    public record DifferenceLine(
            UUID id,
            String code,
            Set<Difference.What> what,
            @Described("organization.api.before") @Nullable UnitShown before,
            @Described("organization.api.after") @Nullable UnitShown after) {}

    @GetMapping("/units/{unit}/successors")
    @Requires(Capability.ORGANIZATION_READ)
    @Described("organization.api.successors")
    Steps successors(@PathVariable @Described("organization.api.id-or-code") String unit) {
        return history.after(unit);
    }

    @GetMapping("/units/{unit}/predecessors")
    @Requires(Capability.ORGANIZATION_READ)
    @Described("organization.api.predecessors")
    Steps predecessors(@PathVariable @Described("organization.api.id-or-code") String unit) {
        return history.before(unit);
    }

    @GetMapping("/units/{unit}/lineage")
    @Requires(Capability.ORGANIZATION_READ)
    @Described("organization.api.lineage")
    LineageShown lineage(@PathVariable @Described("organization.api.id-or-code") String unit) {
        return history.lineage(unit);
    }

    @GetMapping("/units/differences")
    @Requires(Capability.ORGANIZATION_READ)
    @Described("organization.api.differences")
    DifferenceShown differences(
            @RequestParam @Described("organization.api.earlier") LocalDate from,
            @RequestParam @Described("organization.api.later") LocalDate to,
            @RequestParam(required = false) @Described("organization.api.top") @Nullable String top) {
        return history.differences(from, to, top);
    }
}
