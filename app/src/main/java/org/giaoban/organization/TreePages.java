package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the page of the tree, within the units the viewer may see. */
@Service
@Transactional(readOnly = true)
class TreePages {

    /** Up to this many units the whole tree is on the page, beyond it the upper levels and links. */
    private static final int WHOLE = 400;

    private static final int FOLDED_FROM = 40;
    private static final int FEW_LEVELS = 2;
    private static final int LATEST = 2;
    private static final int MANY_KINDS = 8;

    private final TreeRepository tree;
    private final TreeHits hits;
    private final TreeDays changed;
    private final ProfileRepository profile;
    private final UnitSeats seats;
    private final Lineages lineages;
    private final Access access;
    private final Clock clock;

    TreePages(
            TreeRepository tree,
            TreeHits hits,
            TreeDays changed,
            ProfileRepository profile,
            UnitSeats seats,
            Lineages lineages,
            Access access,
            Clock clock) {
        this.tree = tree;
        this.hits = hits;
        this.changed = changed;
        this.profile = profile;
        this.seats = seats;
        this.lineages = lineages;
        this.access = access;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The tree of the day, or today's with what its units came from since that day. */
    TreePage page(LocalDate day, Look look) {
        var scope = access.scope(Capability.ORGANIZATION_READ);
        var past = day.isBefore(today());
        var asToday = past && look.view() == TreeView.AS_TODAY;
        var shownDay = asToday ? today() : day;
        var tops = tops(scope, look.top(), shownDay);
        var kinds = profile.allKinds();
        var counts = counts(tree.countKinds(tops, shownDay), kinds);
        var total = counts.stream().mapToInt(TreePage.Count::number).sum();
        var asked = !look.query().isBlank();
        var shown = asked ? new LinkedHashMap<Unit, Integer>() : shown(tops, shownDay, total <= WHOLE);
        var ids = shown.keySet().stream().map(Unit::id).toList();
        var turns = asToday ? lineages.cameAfter(ids, day) : lineages.becameAfter(ids, day);
        var fold = total <= FOLDED_FROM ? TreeNodes.Fold.OPEN : look.fold();
        var nodes = new TreeNodes(kinds, seats.heads(ids, shownDay), tree.countChildren(ids, shownDay), turns, fold);
        return new TreePage(
                day.toString(),
                Formats.date(day),
                day.equals(today()),
                past,
                look.query(),
                total,
                counts,
                nodes.forest(shown),
                asked ? hits.hits(look.query(), day) : null,
                days(scope, day, asToday ? TreeView.AS_TODAY : TreeView.AS_WAS),
                access.allowsAnywhere(Capability.ORGANIZATION_EDIT));
    }

    /** How the tree is looked at: what is searched, below which unit, folded or not, as it was or as today. */
    record Look(String query, @Nullable UnitId top, TreeNodes.Fold fold, TreeView view) {}

    private TreePage.Days days(Scope scope, LocalDate day, TreeView view) {
        var quick = new LinkedHashMap<String, String>();
        quick.put("/units?on=" + today(), Texts.text("organization.tree.today"));
        var latest = changed.latest(scope, LATEST);
        for (var change : latest) {
            var before = change.minusDays(1);
            quick.put("/units?on=" + before, Texts.text("organization.tree.before", Formats.date(change)));
            quick.put("/units?on=" + change, Texts.text("organization.tree.from", Formats.date(change)));
        }
        var compare = latest.isEmpty()
                ? null
                : "/units/differences?from=" + latest.getFirst().minusDays(1) + "&to=" + latest.getFirst();
        return new TreePage.Days(quick, compare, "/units?on=" + day, view);
    }

    private List<UnitId> tops(Scope scope, @Nullable UnitId top, LocalDate day) {
        if (top != null) {
            access.require(Capability.ORGANIZATION_READ, top);
            return List.of(top);
        }
        return tree.tops(scope, day);
    }

    /** Of a large tree as many whole levels as fit on a page; one top never stands alone, several do. */
    private Map<Unit, Integer> shown(List<UnitId> tops, LocalDate day, boolean whole) {
        if (whole) {
            return tree.subtree(tops, day, TreeRepository.DEEPEST);
        }
        var levels = FEW_LEVELS;
        var shown = tree.subtree(tops, day, levels);
        var fewest = tops.size() == 1 ? 1 : 0;
        while (shown.size() > WHOLE && levels > fewest) {
            levels--;
            shown = tree.subtree(tops, day, levels);
        }
        return shown;
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
}
