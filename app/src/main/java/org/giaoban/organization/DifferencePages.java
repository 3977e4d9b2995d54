package org.giaoban.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Difference.What;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the page that compares the tree of two days, within the units the viewer may see. */
@Service
@Transactional(readOnly = true)
class DifferencePages {

    private final TreeDifferences differences;
    private final UnitRepository units;
    private final TreeRepository tree;
    private final ProfileRepository profile;
    private final Lineages lineages;
    private final Access access;

    DifferencePages(
            TreeDifferences differences,
            UnitRepository units,
            TreeRepository tree,
            ProfileRepository profile,
            Lineages lineages,
            Access access) {
        this.differences = differences;
        this.units = units;
        this.tree = tree;
        this.profile = profile;
        this.lineages = lineages;
        this.access = access;
    }

    /** The earlier day is taken as the earlier one, whichever was typed first. */
    DifferencePage page(LocalDate one, LocalDate other, String top) {
        return page(one, other, top, Difference.MOST);
    }

    /** As {@link #page(LocalDate, LocalDate, String)} with every line. */
    DifferencePage whole(LocalDate one, LocalDate other, String top) {
        return page(one, other, top, Integer.MAX_VALUE);
    }

    private DifferencePage page(LocalDate one, LocalDate other, String top, int most) {
        var from = one.isAfter(other) ? other : one;
        var to = one.isAfter(other) ? one : other;
        var tops = tops(from, to);
        var chosen = chosen(top, tops);
        var found = chosen == null && !everywhere()
                ? new Difference(from, to, List.of(), List.of())
                : differences.between(from, to, chosen);
        var counts = counts(found.counts());
        return new DifferencePage(
                from.toString(),
                to.toString(),
                Formats.date(from),
                Formats.date(to),
                top.isEmpty() && chosen != null ? code(chosen, to) : top,
                named(tops, to),
                counts,
                found.counts().size() - counts.size(),
                sums(found.lines()),
                lines(found, found.lines().stream().limit(most).toList()),
                found.total());
    }

    private boolean everywhere() {
        return access.scope(Capability.ORGANIZATION_READ).everywhere();
    }

    private Set<UnitId> tops(LocalDate from, LocalDate to) {
        var scope = access.scope(Capability.ORGANIZATION_READ);
        var tops = new LinkedHashSet<>(tree.tops(scope, to));
        tops.addAll(tree.tops(scope, from));
        return tops;
    }

    private @Nullable UnitId chosen(String top, Set<UnitId> tops) {
        if (top.isEmpty()) {
            return everywhere() || tops.isEmpty() ? null : tops.iterator().next();
        }
        var id = units.codes(Set.of(top)).get(top);
        if (id == null) {
            throw new NotFound(top);
        }
        access.require(Capability.ORGANIZATION_READ, id);
        return id;
    }

    private String code(UnitId id, LocalDate day) {
        var unit = units.byIds(List.of(id), day).get(id);
        return unit == null ? "" : unit.code();
    }

    private Map<String, String> named(Set<UnitId> tops, LocalDate day) {
        var named = new LinkedHashMap<String, String>();
        units.byIds(tops, day).values().forEach(unit -> named.put(unit.code(), unit.name()));
        return named;
    }

    private List<DifferencePage.Count> counts(List<Difference.Count> counts) {
        var kinds = profile.allKinds();
        return counts.stream()
                .filter(count -> count.before() != count.after())
                .sorted(Comparator.comparing(count -> kinds.get(count.kind()).rank()))
                .map(count -> new DifferencePage.Count(
                        kinds.get(count.kind()).name(),
                        count.before(),
                        count.after(),
                        change(count.after() - count.before())))
                .toList();
    }

    private static String change(int number) {
        var amount = Formats.number(Math.abs(number));
        return number > 0 ? "+".concat(amount) : "−".concat(amount);
    }

    private static List<DifferencePage.Sum> sums(List<Difference.Line> lines) {
        var sums = new EnumMap<What, Long>(What.class);
        lines.forEach(line -> line.what().forEach(what -> sums.merge(what, 1L, Long::sum)));
        return sums.entrySet().stream()
                .map(sum -> word(sum.getKey(), sum.getValue()))
                .toList();
    }

    private static DifferencePage.Sum word(What what, long number) {
        var tone = switch (what) {
            case FOUNDED -> "done";
            case ENDED -> "late";
            case RENAMED, MOVED -> "info";
            case CHANGED_KIND -> "waiting";
        };
        return new DifferencePage.Sum(tone, Texts.text("organization.what." + what.name()), number);
    }

    private List<DifferencePage.Line> lines(Difference found, List<Difference.Line> lines) {
        var parents = new ArrayList<UnitId>();
        for (var line : lines) {
            addParent(line.before(), parents);
            addParent(line.after(), parents);
        }
        var before = units.byIds(parents, found.earlier());
        var after = units.byIds(parents, found.later());
        var kinds = profile.allKinds();
        var ids = lines.stream().map(Difference.Line::unit).toList();
        var fates = lineages.becameAfter(ids, found.earlier());
        return lines.stream()
                .map(line -> new DifferencePage.Line(
                        line.code(),
                        "/units/" + line.code() + "?on=" + (line.after() == null ? found.earlier() : found.later()),
                        side(line.before(), before, kinds),
                        side(line.after(), after, kinds),
                        line.what().stream().sorted().map(what -> word(what, 1)).toList(),
                        fates.getOrDefault(line.unit(), "")))
                .toList();
    }

    private static void addParent(@Nullable Unit unit, List<UnitId> parents) {
        if (unit != null && unit.parent() != null) {
            parents.add(unit.parent());
        }
    }

    private static DifferencePage.Side side(@Nullable Unit unit, Map<UnitId, Unit> parents, Kinds kinds) {
        if (unit == null) {
            return DifferencePage.Side.NONE;
        }
        var above = unit.parent() == null ? null : parents.get(unit.parent());
        return new DifferencePage.Side(unit.name(), kinds.get(unit.kind()).name(), above == null ? "" : above.name());
    }
}
