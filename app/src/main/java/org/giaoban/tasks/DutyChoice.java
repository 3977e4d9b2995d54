package org.giaoban.tasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;

/**
 * What the fields "who, by when, measured how" of a form offer and hold.
 *
 * @param errors by the field's name
 * @param typed by the field's name
 */
public record DutyChoice(
        List<Unit> units,
        Map<String, String> posts,
        Map<String, String> people,
        Map<String, String> errors,
        Map<String, String> typed,
        Set<UnitId> chosen) {

    /** From so many on, the units of a kind may be chosen by one press. */
    private static final int MANY = 3;

    /** Those of a kind with few units together first, then the units of each larger kind. */
    Collection<List<Unit>> groups() {
        var kinds = units.stream().collect(Collectors.groupingBy(Unit::kind, Collectors.counting()));
        var groups = new TreeMap<String, List<Unit>>();
        units.forEach(unit -> groups.computeIfAbsent(
                        kinds.getOrDefault(unit.kind(), 0L) < MANY ? "" : unit.kind(), kind -> new ArrayList<>())
                .add(unit));
        return groups.values();
    }

    /** Whether all of a group are of one kind. */
    boolean alike(List<Unit> group) {
        return group.size() >= MANY && group.stream().map(Unit::kind).distinct().count() == 1;
    }

    /** Whether somebody said why something is not said, or is asked for it. */
    boolean reasoned() {
        return !errors.isEmpty()
                || Stream.of("noUnit", "noPerson", "noDate", "noMeasure")
                        .anyMatch(field -> !value(field).isBlank());
    }

    String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
