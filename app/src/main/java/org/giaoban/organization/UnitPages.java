package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the page of a unit. */
@Service
@Transactional(readOnly = true)
class UnitPages {

    private final UnitRepository units;
    private final TreeRepository tree;
    private final ProfileRepository profile;
    private final UnitSeats seats;
    private final Lineages lineages;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final ObjectProvider<UnitPanel> panels;

    UnitPages(
            UnitRepository units,
            TreeRepository tree,
            ProfileRepository profile,
            UnitSeats seats,
            Lineages lineages,
            Access access,
            Audit audit,
            Clock clock,
            ObjectProvider<UnitPanel> panels) {
        this.panels = panels;
        this.units = units;
        this.tree = tree;
        this.profile = profile;
        this.seats = seats;
        this.lineages = lineages;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The unit as of the day, or its nearest version when it did not exist then. */
    Unit nearest(String code, LocalDate day, Capability capability) {
        var id = units.codes(Set.of(code)).get(code);
        if (id == null) {
            throw new NotFound(code);
        }
        access.require(capability, id);
        return Objects.requireNonNull(units.byIds(List.of(id), day).get(id));
    }

    UnitPage page(String code, LocalDate day, String tab) {
        var unit = nearest(code, day, Capability.ORGANIZATION_READ);
        var kinds = profile.allKinds();
        var kind = kinds.get(unit.kind());
        var exists = unit.valid().contains(day);
        var versions = versions(unit, kinds);
        var posts = tab.equals("posts");
        var mayEdit = access.allows(Capability.ORGANIZATION_EDIT, unit.id());
        return new UnitPage(
                code,
                unit.name(),
                kind.name(),
                TreeNodes.icon(kind.category()),
                day.toString(),
                Formats.date(day),
                exists,
                path(unit, day),
                tabs(code, day),
                "/units/" + code + "?on=" + day + (tab.isEmpty() ? "" : "&tab=" + tab),
                facts(unit, kind, day),
                tab.isEmpty() ? children(unit.id(), day, kinds) : List.of(),
                tab.isEmpty() || posts ? seats.on(unit.id(), day) : List.of(),
                posts ? seats.otherThan(unit.id(), day) : List.of(),
                versions,
                tab.equals("history")
                        ? audit.history(new ObjectRef("unit", unit.id().value()))
                        : List.of(),
                new UnitPage.Descent(
                        lineages.origins(unit.id()),
                        lineages.fates(unit.id()),
                        tab.equals("lineage") ? lineages.drawing(unit.id()) : null),
                exists && tab.isEmpty()
                        ? panels.stream()
                                .flatMap(panel -> panel.of(unit, day).stream())
                                .toList()
                        : List.of(),
                mayEdit && exists,
                true,
                access.allows(Capability.GRANTS, unit.id()));
    }

    private Map<String, String> tabs(String code, LocalDate day) {
        var base = "/units/" + code + "?on=" + day;
        var tabs = new LinkedHashMap<String, String>();
        tabs.put(base, Texts.text("organization.tab.overview"));
        tabs.put(base + "&tab=posts", Texts.text("organization.tab.posts"));
        tabs.put(base + "&tab=versions", Texts.text("organization.tab.versions"));
        tabs.put(base + "&tab=lineage", Texts.text("organization.tab.lineage"));
        tabs.put(base + "&tab=history", Texts.text("organization.tab.history"));
        return tabs;
    }

    private List<UnitPage.Step> path(Unit unit, LocalDate day) {
        return tree.ancestors(unit.id(), day).stream()
                .filter(above -> access.allows(Capability.ORGANIZATION_READ, above.id()))
                .map(above -> new UnitPage.Step(above.name(), "/units/" + above.code() + "?on=" + day))
                .toList();
    }

    private List<UnitPage.Fact> facts(Unit unit, UnitKind kind, LocalDate day) {
        var facts = new ArrayList<UnitPage.Fact>();
        facts.add(fact("code", unit.code()));
        facts.add(fact("short-name", unit.shortName()));
        facts.add(fact("kind", kind.name()));
        facts.add(fact(
                "category",
                Texts.text("organization.category." + kind.category().name())));
        facts.add(fact(
                "founded",
                Formats.date(units.versions(unit.id()).getFirst().valid().from())));
        facts.add(fact(
                "below",
                Formats.number(tree.countChildren(List.of(unit.id()), day).getOrDefault(unit.id(), 0))));
        return facts;
    }

    private static UnitPage.Fact fact(String key, String value) {
        return new UnitPage.Fact(Texts.text("organization.fact." + key), value);
    }

    private List<TreePage.Node> children(UnitId id, LocalDate day, Kinds kinds) {
        var children = new LinkedHashMap<Unit, Integer>();
        units.children(id, day).forEach(child -> children.put(child, 0));
        var ids = children.keySet().stream().map(Unit::id).toList();
        return new TreeNodes(kinds, Map.of(), tree.countChildren(ids, day), Map.of(), TreeNodes.Fold.CLOSED)
                .forest(children);
    }

    private List<UnitPage.Version> versions(Unit shown, Kinds kinds) {
        var all = units.versions(shown.id());
        var parents = new ArrayList<UnitId>();
        for (var version : all) {
            if (version.parent() != null) {
                parents.add(version.parent());
            }
        }
        var names = units.byIds(parents, shown.valid().from());
        return all.reversed().stream()
                .map(version -> new UnitPage.Version(
                        version.name(),
                        kinds.get(version.kind()).name(),
                        version.parent() != null && names.get(version.parent()) instanceof Unit above
                                ? above.name()
                                : "",
                        span(version.valid()),
                        version.valid().equals(shown.valid())))
                .toList();
    }

    /** "từ 12/08/2015" or "12/08/2015 – 02/04/2017", both days included. */
    static String span(DateRange valid) {
        return valid.lastDay()
                .map(last -> Texts.text("organization.span.closed", Formats.date(valid.from()), Formats.date(last)))
                .orElseGet(() -> Texts.text("organization.span.open", Formats.date(valid.from())));
    }
}
