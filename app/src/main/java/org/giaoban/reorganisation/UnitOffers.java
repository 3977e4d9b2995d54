package org.giaoban.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.KindRules;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.organization.UnitFinder;
import org.springframework.stereotype.Component;

/** The units an event may be about: found by words, ticked in the tree, or all of one kind below a unit. */
@Component
class UnitOffers {

    private static final int HITS = 60;
    private static final int WHOLE = 400;
    private static final int MOST_AT_ONCE = 500;

    private final Organization organization;
    private final UnitFinder finder;
    private final Access access;

    UnitOffers(Organization organization, UnitFinder finder, Access access) {
        this.organization = organization;
        this.finder = finder;
        this.access = access;
    }

    /** With all units of the asked kind below the asked unit among the chosen ones. */
    EventForm all(EventForm form, LocalDate day) {
        var scope = scope();
        var codes = top(form.finding().under(), day)
                .map(top -> organization.subtree(top, day).stream()
                        .filter(unit -> unit.kind().equals(form.finding().kind()))
                        .filter(unit -> scope.contains(unit.id()))
                        .map(Unit::code)
                        .limit(MOST_AT_ONCE)
                        .toList())
                .orElse(List.of());
        return form.picking(codes);
    }

    EventPage.Offer offer(EventForm form, LocalDate day, KindRules rules) {
        var known = standing(form.picked().keySet(), day);
        var picked = form.picked().keySet().stream()
                .map(code -> known.get(code) instanceof Unit unit
                        ? choice(unit, 0, rules)
                        : new EventPage.Choice(code, code, "", 0))
                .toList();
        var found = form.finding().words().isEmpty()
                ? List.<Unit>of()
                : finder.find(form.finding().words(), day, Capability.ORGANIZATION_EDIT, HITS);
        var below = form.picks()
                ? top(form.finding().under(), day)
                        .map(top -> organization.subtree(top, day))
                        .orElse(List.of())
                : List.<Unit>of();
        var chosen = found.stream()
                .filter(unit -> !form.picked().containsKey(unit.code()))
                .toList();
        var offered = new HashSet<>(form.picked().keySet());
        chosen.forEach(unit -> offered.add(unit.code()));
        return new EventPage.Offer(
                picked,
                chosen.stream().map(unit -> choice(unit, 0, rules)).toList(),
                tree(below, offered, rules),
                below.size());
    }

    /** Without the units that are offered or chosen already. */
    private List<EventPage.Choice> tree(List<Unit> below, Set<String> offered, KindRules rules) {
        var depths = new HashMap<UnitId, Integer>();
        var children = new LinkedHashMap<UnitId, List<Unit>>();
        var scope = scope();
        for (var unit : below.stream().limit(WHOLE).toList()) {
            var parent = unit.parent();
            if (parent != null && depths.containsKey(parent)) {
                depths.put(unit.id(), depths.getOrDefault(parent, 0) + 1);
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(unit);
            } else {
                depths.put(unit.id(), 0);
            }
        }
        var choices = new ArrayList<EventPage.Choice>();
        below.stream()
                .findFirst()
                .ifPresent(top -> walk(top, children, unit -> {
                    if (scope.contains(unit.id()) && !offered.contains(unit.code())) {
                        choices.add(choice(unit, depths.getOrDefault(unit.id(), 0), rules));
                    }
                }));
        return choices;
    }

    private static void walk(Unit unit, Map<UnitId, List<Unit>> children, Consumer<Unit> each) {
        each.accept(unit);
        children.getOrDefault(unit.id(), List.of()).forEach(child -> walk(child, children, each));
    }

    private static EventPage.Choice choice(Unit unit, int depth, KindRules rules) {
        return new EventPage.Choice(unit.code(), unit.name(), rules.name(unit.kind()), depth);
    }

    /** The named unit, else the first at the top of what the viewer may change. */
    private Optional<UnitId> top(String code, LocalDate day) {
        var scope = scope();
        if (!code.isEmpty()) {
            return organization.byCode(code).filter(scope::contains);
        }
        return organization
                .root(day)
                .map(Unit::id)
                .filter(scope::contains)
                .or(() -> finder.find("", day, Capability.ORGANIZATION_EDIT, 1).stream()
                        .map(Unit::id)
                        .findFirst());
    }

    Map<String, Unit> standing(Set<String> codes, LocalDate day) {
        var units = new HashMap<String, Unit>();
        organization
                .codes(codes)
                .forEach((code, id) -> organization.find(id, day).ifPresent(unit -> units.put(code, unit)));
        return units;
    }

    private Scope scope() {
        return access.scope(Capability.ORGANIZATION_EDIT);
    }
}
