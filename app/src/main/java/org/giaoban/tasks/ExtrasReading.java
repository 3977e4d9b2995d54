package org.giaoban.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.tasks.Extras.Link;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What hangs on an order, with its names, and who could be named beside it. */
@Service
@Transactional(readOnly = true)
class ExtrasReading {

    private static final int MOST_LEADERS = 60;

    private final ExtrasRepository extras;
    private final CheckListRepository lists;
    private final TaskNames names;
    private final Mandates mandates;
    private final Organization organization;
    private final Deeds deeds;

    ExtrasReading(
            ExtrasRepository extras,
            CheckListRepository lists,
            TaskNames names,
            Mandates mandates,
            Organization organization,
            Deeds deeds) {
        this.extras = extras;
        this.lists = lists;
        this.names = names;
        this.mandates = mandates;
        this.organization = organization;
        this.deeds = deeds;
    }

    /** A unit or leader beside the order, by the id of the row that says so. */
    record Beside(UUID id, String name) {}

    /** All of it, ready to show. */
    record Shown(
            Extras.Product product,
            List<Beside> helping,
            List<Beside> supervising,
            List<CheckItem> checklist,
            List<Link> links) {

        long ticked() {
            return checklist.stream().filter(CheckItem::done).count();
        }
    }

    Shown of(Task task) {
        var roles = extras.roles(task.root());
        var units = names.units(
                roles.stream().map(Extras.Role::unit).filter(Objects::nonNull).toList(), deeds.today());
        var leaders =
                roles.stream().map(Extras.Role::person).filter(Objects::nonNull).toList();
        var people = names.people(leaders);
        var titles = mandates.titlesOn(leaders, deeds.today());
        return new Shown(
                extras.product(task.id()),
                roles.stream()
                        .filter(role -> role.unit() != null)
                        .map(role -> new Beside(role.id(), units.getOrDefault(role.unit(), "")))
                        .toList(),
                roles.stream()
                        .filter(role -> role.person() != null)
                        .map(role -> new Beside(
                                role.id(),
                                Stream.of(
                                                titles.getOrDefault(role.person(), ""),
                                                people.getOrDefault(role.person(), ""))
                                        .filter(part -> !part.isEmpty())
                                        .reduce((title, name) -> title + " " + name)
                                        .orElse("")))
                        .toList(),
                lists.of(task.id()),
                extras.links(task.root()));
    }

    /** Who may be named beside an order of this unit: the units below it as helpers, its own leaders and those above. */
    record Offered(Map<String, String> units, Map<String, String> leaders) {

        static final Offered NOBODY = new Offered(Map.of(), Map.of());
    }

    Offered offered(UnitId giver) {
        var today = deeds.today();
        var below = organization.subtree(giver, today).stream()
                .limit(Giving.MOST_UNITS)
                .collect(Collectors.toMap(
                        unit -> unit.id().toString(), Unit::shortName, (one, same) -> one, LinkedHashMap::new));
        var above = Stream.concat(
                        Stream.of(giver),
                        organization.ancestors(giver, today).stream().map(Unit::id))
                .distinct()
                .toList();
        var leaders = mandates.in(above, today).stream().limit(MOST_LEADERS).toList();
        return new Offered(below, names.titled(leaders));
    }
}
