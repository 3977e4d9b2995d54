package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who answers for tasks on a day: the person named, the holder of the post named, else the head of the unit. */
@Component
class Doers {

    private final Mandates mandates;
    private final Organization organization;

    Doers(Mandates mandates, Organization organization) {
        this.mandates = mandates;
        this.organization = organization;
    }

    Map<UUID, PersonId> of(Collection<Task> tasks, LocalDate day) {
        var answering = answering(tasks.stream().map(Task::duty).toList(), day);
        var people = new HashMap<UUID, PersonId>();
        tasks.forEach(task ->
                Optional.ofNullable(answering.get(task.duty())).ifPresent(person -> people.put(task.id(), person)));
        return people;
    }

    Map<Task.Duty, PersonId> answering(Collection<Task.Duty> duties, LocalDate day) {
        var units = duties.stream()
                .map(Task.Duty::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var held = units.isEmpty()
                ? Map.<UnitId, List<Mandate>>of()
                : mandates.in(units, day).stream().collect(Collectors.groupingBy(Mandate::unit));
        var people = new HashMap<Task.Duty, PersonId>();
        for (var duty : Set.copyOf(duties)) {
            var person = duty.person() != null ? duty.person() : holder(duty, held);
            if (person != null) {
                people.put(duty, person);
            }
        }
        return people;
    }

    /** The most senior persons of some units. */
    List<PersonId> heads(Collection<UnitId> units, LocalDate day) {
        return mandates.heads(units, day).values().stream()
                .map(Mandate::person)
                .distinct()
                .toList();
    }

    private static @Nullable PersonId holder(Task.Duty duty, Map<UnitId, List<Mandate>> held) {
        var unit = duty.unit();
        return unit == null
                ? null
                : held.getOrDefault(unit, List.of()).stream()
                        .filter(mandate -> duty.post() == null || mandate.post().equals(duty.post()))
                        .map(Mandate::person)
                        .findFirst()
                        .orElse(null);
    }

    String unitName(Task task, LocalDate day) {
        var unit = task.duty().unit();
        return unit == null ? "" : organization.shortNames(List.of(unit), day).getOrDefault(unit, "");
    }
}
