package org.giaoban.reorganisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.giaoban.organization.ReorganisationTable.Named;
import org.giaoban.organization.ReorganisationTable.Row;

/**
 * Makes events out of the rows of a table: every new commune is a merger, a commune in several rows is divided equally,
 * provinces join the one whose name goes on, districts are dissolved.
 */
final class TableEvents {

    private final List<Row> rows;
    private final Map<String, List<String>> successors = new LinkedHashMap<>();
    private final Map<Named, Named> provinceOf = new LinkedHashMap<>();

    TableEvents(List<Row> rows) {
        this.rows = rows;
        for (var row : rows) {
            provinceOf.put(row.newCommune(), row.newProvince());
            var all = successors.computeIfAbsent(row.oldCommune().code(), code -> new ArrayList<>());
            if (!all.contains(row.newCommune().code())) {
                all.add(row.newCommune().code());
            }
        }
    }

    /** The new communes of each old one. */
    Map<String, List<String>> successors() {
        return successors;
    }

    /** @param emptied districts all of whose communes are in the table */
    List<NewEvent> events(Set<String> emptied) {
        var events = new ArrayList<NewEvent>();
        var provinces = provinces();
        grouped(Row::newProvince, Row::oldProvince)
                .forEach((later, before) -> province(later, before, provinces, events));
        grouped(Row::newCommune, Row::oldCommune)
                .forEach((later, before) -> events.add(commune(later, before, provinces)));
        if (!emptied.isEmpty()) {
            events.add(NewEvent.of(
                    EventKind.DISSOLVE, emptied.stream().map(Giver::whole).toList(), List.of()));
        }
        return events;
    }

    /** The code each new province has: that of the old one whose name goes on, else its own. */
    private Map<String, String> provinces() {
        var codes = new LinkedHashMap<String, String>();
        grouped(Row::newProvince, Row::oldProvince)
                .forEach((later, before) -> codes.put(
                        later.code(),
                        before.stream()
                                .filter(later::sameName)
                                .map(Named::code)
                                .findFirst()
                                .orElse(later.code())));
        return codes;
    }

    private Map<Named, Set<Named>> grouped(Function<Row, Named> by, Function<Row, Named> of) {
        var groups = new LinkedHashMap<Named, Set<Named>>();
        rows.forEach(row -> groups.computeIfAbsent(by.apply(row), named -> new LinkedHashSet<>())
                .add(of.apply(row)));
        return groups;
    }

    private static void province(Named later, Set<Named> before, Map<String, String> provinces, List<NewEvent> events) {
        var code = provinces.getOrDefault(later.code(), later.code());
        var givers = before.stream()
                .filter(province -> !province.code().equals(code))
                .map(province -> Giver.whole(province.code()))
                .toList();
        if (givers.isEmpty()) {
            return;
        }
        var goesOn = !code.equals(later.code());
        events.add(
                goesOn
                        ? NewEvent.of(EventKind.ABSORB, givers, List.of(Target.of(code)))
                        : NewEvent.of(EventKind.MERGE, givers, List.of(unit(later, ""))));
    }

    private NewEvent commune(Named later, Set<Named> before, Map<String, String> provinces) {
        var givers = before.stream().map(old -> giver(old, later)).toList();
        var province = provinceOf.getOrDefault(later, later).code();
        return NewEvent.of(EventKind.MERGE, givers, List.of(unit(later, provinces.getOrDefault(province, province))));
    }

    private static Target unit(Named named, String parent) {
        return Target.unit(named.code(), named.name(), named.shortName(), named.kind(), parent);
    }

    private Giver giver(Named old, Named later) {
        var all = successors.getOrDefault(old.code(), List.of());
        var share = PastedTable.part(all.indexOf(later.code()), all.size());
        return new Giver(old.code(), share, all.size() > 1);
    }
}
