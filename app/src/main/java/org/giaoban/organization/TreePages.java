package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.people.People;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the page of the tree, within the units the viewer may see. */
@Service
@Transactional(readOnly = true)
class TreePages {

    /** Up to this many units the whole tree is on the page, beyond it two levels and links. */
    private static final int WHOLE = 400;

    private static final int FOLDED_FROM = 40;
    private static final int FEW_LEVELS = 2;
    private static final int HITS = 100;
    private static final int MANY_KINDS = 8;

    private final UnitRepository units;
    private final TreeRepository tree;
    private final ProfileRepository profile;
    private final MandateRepository mandates;
    private final People people;
    private final Access access;
    private final Clock clock;

    TreePages(
            UnitRepository units,
            TreeRepository tree,
            ProfileRepository profile,
            MandateRepository mandates,
            People people,
            Access access,
            Clock clock) {
        this.units = units;
        this.tree = tree;
        this.profile = profile;
        this.mandates = mandates;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    TreePage page(LocalDate day, String query, @Nullable UnitId top, TreeNodes.Fold fold) {
        var scope = access.scope(Capability.ORGANIZATION_READ);
        var tops = tops(scope, top, day);
        var kinds = profile.allKinds();
        var counts = counts(tree.countKinds(tops, day), kinds);
        var total = counts.stream().mapToInt(TreePage.Count::number).sum();
        var shown = query.isBlank() ? shown(tops, day, total <= WHOLE) : new LinkedHashMap<Unit, Integer>();
        var heads = heads(shown.keySet().stream().map(Unit::id).toList(), day);
        var below = tree.countChildren(shown.keySet().stream().map(Unit::id).toList(), day);
        var nodes = new TreeNodes(kinds, heads, below, total <= FOLDED_FROM ? TreeNodes.Fold.OPEN : fold);
        return new TreePage(
                day.toString(),
                Formats.date(day),
                day.equals(today()),
                query,
                total,
                counts,
                nodes.forest(shown),
                query.isBlank() ? null : hits(query, scope, day, kinds),
                access.allowsAnywhere(Capability.ORGANIZATION_EDIT));
    }

    /** What the export of the page holds: code, name, kind and the unit above. */
    List<List<String>> rows(LocalDate day, String query) {
        var scope = access.scope(Capability.ORGANIZATION_READ);
        var found = query.isBlank()
                ? List.copyOf(tree.subtree(tree.tops(scope, day), day, TreeRepository.DEEPEST)
                        .keySet())
                : units.search(VietnameseText.fold(query).strip(), scope, day, HITS);
        return found(found, day, profile.allKinds()).stream()
                .map(hit -> List.of(hit.code(), hit.name(), hit.kind(), hit.above()))
                .toList();
    }

    private List<UnitId> tops(Scope scope, @Nullable UnitId top, LocalDate day) {
        if (top != null) {
            access.require(Capability.ORGANIZATION_READ, top);
            return List.of(top);
        }
        return tree.tops(scope, day);
    }

    private Map<Unit, Integer> shown(List<UnitId> tops, LocalDate day, boolean whole) {
        return tree.subtree(tops, day, whole ? TreeRepository.DEEPEST : FEW_LEVELS);
    }

    /** By kind, or by sector where a tree has many kinds. */
    private static List<TreePage.Count> counts(Map<String, Integer> numbers, Kinds kinds) {
        if (numbers.size() > MANY_KINDS) {
            var sectors = new EnumMap<UnitKind.Category, Integer>(UnitKind.Category.class);
            numbers.forEach((kind, number) -> sectors.merge(kinds.get(kind).category(), number, Integer::sum));
            return sectors.entrySet().stream()
                    .map(sector -> new TreePage.Count(
                            Texts.text(
                                    "organization.category." + sector.getKey().name()),
                            sector.getValue()))
                    .toList();
        }
        return numbers.entrySet().stream()
                .sorted(Comparator.comparing(entry -> kinds.get(entry.getKey()).rank()))
                .map(entry -> new TreePage.Count(kinds.get(entry.getKey()).name(), entry.getValue()))
                .toList();
    }

    private Map<UnitId, String> heads(List<UnitId> ids, LocalDate day) {
        var first = new LinkedHashMap<UnitId, Mandate>();
        mandates.in(ids, day).forEach(mandate -> first.putIfAbsent(mandate.unit(), mandate));
        var persons = new HashSet<PersonId>();
        first.values().forEach(mandate -> persons.add(mandate.person()));
        var names = people.names(persons);
        return first.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> names.getOrDefault(entry.getValue().person(), "")));
    }

    private List<TreePage.Hit> hits(String query, Scope scope, LocalDate day, Kinds kinds) {
        return found(units.search(VietnameseText.fold(query).strip(), scope, day, HITS), day, kinds);
    }

    private List<TreePage.Hit> found(List<Unit> found, LocalDate day, Kinds kinds) {
        var parents = new ArrayList<UnitId>();
        for (var unit : found) {
            if (unit.parent() != null) {
                parents.add(unit.parent());
            }
        }
        var names = units.byIds(parents, day);
        return found.stream()
                .map(unit -> new TreePage.Hit(
                        unit.code(),
                        unit.name(),
                        kinds.get(unit.kind()).name(),
                        unit.parent() != null && names.get(unit.parent()) instanceof Unit above ? above.name() : ""))
                .toList();
    }
}
