package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
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
        var units = tasks.stream()
                .map(task -> task.duty().unit())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var held = units.isEmpty() ? List.<Mandate>of() : mandates.in(units, day);
        var people = new HashMap<UUID, PersonId>();
        for (var task : tasks) {
            var person = task.duty().person() != null ? task.duty().person() : holder(task.duty(), held);
            if (person != null) {
                people.put(task.id(), person);
            }
        }
        return people;
    }

    private static @Nullable PersonId holder(Task.Duty duty, List<Mandate> held) {
        return held.stream()
                .filter(mandate -> mandate.unit().equals(duty.unit()))
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
