package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names around one task: units, who answers, who did what. */
@Component
class TaskNames {

    private final Organization organization;
    private final Mandates mandates;
    private final People people;
    private final Audit audit;

    TaskNames(Organization organization, Mandates mandates, People people, Audit audit) {
        this.organization = organization;
        this.mandates = mandates;
        this.people = people;
        this.audit = audit;
    }

    String unit(@Nullable UnitId unit, LocalDate day) {
        return unit == null ? "" : organization.names(List.of(unit), day).getOrDefault(unit, "");
    }

    Map<UnitId, String> units(Collection<UnitId> units, LocalDate day) {
        return organization.shortNames(units, day);
    }

    Map<PersonId, String> people(Collection<PersonId> persons) {
        return people.names(persons);
    }

    /** The persons with their posts of a day, as lists of choices show them. */
    Map<String, String> titled(Collection<Mandate> held) {
        var named = people.names(held.stream().map(Mandate::person).distinct().toList());
        var offered = new LinkedHashMap<String, String>();
        held.forEach(mandate -> offered.putIfAbsent(
                mandate.person().value().toString(),
                named.getOrDefault(mandate.person(), "") + ", " + mandate.title()));
        return offered;
    }

    /** The person named, or the post with whoever holds it on that day. */
    String answerable(Task.Duty duty, LocalDate day) {
        var post = duty.post();
        var unit = duty.unit();
        var holder = post == null || unit == null
                ? null
                : mandates.holder(unit, post, day).map(Mandate::person).orElse(null);
        var person = duty.person() == null ? holder : duty.person();
        var name = person == null ? "" : people.names(List.of(person)).getOrDefault(person, "");
        return Stream.of(post == null ? "" : mandates.postName(post), name)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    List<AuditEntry> history(UUID task) {
        return audit.history(TaskJournal.object(task));
    }
}
