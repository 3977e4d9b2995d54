package org.giaoban.organization;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Slice;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.Described;
import org.giaoban.platform.api.PageAsked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The units for programs, as of any day. */
@Api
class UnitApi {

    private final UnitReading units;

    UnitApi(UnitReading units) {
        this.units = units;
    }

    /**
     * A unit as it was on a day.
     *
     * @param exists false when the unit was not yet, or no longer, there that day; then it is told as it was nearest to it
     */
    public record UnitShown(
            UUID id,
            @Described("organization.api.code") String code,
            String name,
            String shortName,
            @Described("organization.api.kind") String kind,
            @Described("organization.api.parent") @Nullable Above parent,
            @Described("organization.api.from") LocalDate from,
            @Described("organization.api.until") @Nullable LocalDate until,
            @Described("organization.api.exists") boolean exists) {}

    /** The unit right above. */
    public record Above(UUID id, String code) {}

    @GetMapping("/units")
    @Requires(Capability.ORGANIZATION_READ)
    @Described("organization.api.list")
    Slice<UnitShown> list(
            @RequestParam(required = false) @Described("organization.api.as-of") @Nullable LocalDate asOf,
            @RequestParam(required = false) @Described("organization.api.below") @Nullable String parent,
            @RequestParam(required = false) @Described("organization.api.of-kind") @Nullable String kind,
            @RequestParam(defaultValue = "") @Described("organization.api.q") String q,
            @RequestParam(defaultValue = PageAsked.USUAL) @Described("platform.api.described.limit") int limit,
            @RequestParam(required = false) @Described("platform.api.described.after") @Nullable String after) {
        var asked = new UnitReading.Asked(day(asOf), parent, kind, q);
        return units.page(asked, PageAsked.of(limit, after));
    }

    @GetMapping("/units/{unit}")
    @Requires(Capability.ORGANIZATION_READ)
    @Described("organization.api.get")
    UnitShown get(
            @PathVariable @Described("organization.api.id-or-code") String unit,
            @RequestParam(required = false) @Described("organization.api.as-of") @Nullable LocalDate asOf) {
        return units.get(unit, day(asOf));
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return Objects.requireNonNullElseGet(asOf, units::today);
    }
}
