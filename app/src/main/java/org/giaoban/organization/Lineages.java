package org.giaoban.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says and draws what units came from and what became of them; whoever calls has asked for the right to see them. */
@Service
@Transactional(readOnly = true)
class Lineages {

    private static final int DECIMALS = 2;

    private final Successions successions;
    private final UnitRepository units;
    private final Access access;

    Lineages(Successions successions, UnitRepository units, Access access) {
        this.successions = successions;
        this.units = units;
        this.access = access;
    }

    /** What the unit became, day by day. */
    List<Fate> fates(UnitId unit) {
        return told(unit, Way.FORWARDS, step -> true);
    }

    /** What the unit came from, day by day. */
    List<Fate> origins(UnitId unit) {
        return told(unit, Way.BACKWARDS, step -> true);
    }

    /** As one line each, for lists: what the units became after a day; those that just go on are left out. */
    Map<UnitId, String> becameAfter(Collection<UnitId> ids, LocalDate day) {
        return lines(ids, Way.FORWARDS, day);
    }

    /** As one line each, for lists: what the units came from after a day. */
    Map<UnitId, String> cameAfter(Collection<UnitId> ids, LocalDate day) {
        return lines(ids, Way.BACKWARDS, day);
    }

    LineageDrawing drawing(UnitId unit) {
        return LineageDrawing.of(successions.lineage(unit), scope()::contains);
    }

    /** "40 %", with a mark before it when nobody said how much it is. */
    static String percent(BigDecimal share, boolean estimated) {
        return (estimated ? "≈\u00a0" : "") + Formats.percent(share.movePointRight(2), DECIMALS);
    }

    private enum Way {
        FORWARDS,
        BACKWARDS
    }

    private Map<UnitId, String> lines(Collection<UnitId> ids, Way way, LocalDate after) {
        var lines = new LinkedHashMap<UnitId, String>();
        for (var id : ids) {
            var fates = told(id, way, step -> step.day().isAfter(after));
            if (!fates.isEmpty()) {
                lines.put(id, fates.stream().map(Fate::text).collect(Collectors.joining("; ")));
            }
        }
        return lines;
    }

    private List<Fate> told(UnitId unit, Way way, Predicate<Succession> wanted) {
        var days = new TreeMap<LocalDate, List<Succession>>();
        (way == Way.FORWARDS ? successions.of(unit) : successions.into(unit))
                .stream()
                        .filter(wanted)
                        .forEach(step -> days.computeIfAbsent(step.day(), day -> new ArrayList<>())
                                .add(step));
        var fates = new ArrayList<Fate>();
        var scope = days.isEmpty() ? null : scope();
        days.forEach((day, steps) -> fates.add(new Fate(
                Texts.text("organization.fate." + sort(unit, day, way), Formats.date(day)),
                Texts.text("organization.fate.brief-" + (way == Way.FORWARDS ? "became" : "came"), Formats.date(day)),
                steps.stream().map(step -> relative(step, way, scope)).toList())));
        return fates;
    }

    private String sort(UnitId unit, LocalDate day, Way way) {
        if (way == Way.BACKWARDS) {
            return "came";
        }
        return units.find(unit, day).isEmpty() ? "became" : "gave";
    }

    private Fate.Relative relative(Succession step, Way way, @Nullable Scope scope) {
        var other = way == Way.FORWARDS ? step.to() : step.from();
        var day = way == Way.FORWARDS ? step.day() : step.day().minusDays(1);
        var unit = units.byIds(List.of(other), day).get(other);
        if (unit == null) {
            return new Fate.Relative("", "", null, "");
        }
        var visible = scope != null && scope.contains(other);
        var href = visible ? "/units/" + unit.code() + "?on=" + day : null;
        return new Fate.Relative(unit.code(), unit.name(), href, share(step));
    }

    private static String share(Succession step) {
        return step.share().compareTo(BigDecimal.ONE) == 0
                ? ""
                : Texts.text("organization.fate.part", percent(step.share(), step.estimated()));
    }

    private Scope scope() {
        return access.scope(Capability.ORGANIZATION_READ);
    }
}
