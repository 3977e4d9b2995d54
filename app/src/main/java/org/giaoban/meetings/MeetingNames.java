package org.giaoban.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingReport.Chair;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names around a meeting, as they were on its day. */
@Component
class MeetingNames {

    private final Organization organization;
    private final Mandates mandates;
    private final People people;
    private final Clock clock;

    MeetingNames(Organization organization, Mandates mandates, People people, Clock clock) {
        this.organization = organization;
        this.mandates = mandates;
        this.people = people;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String unit(UnitId unit, LocalDate day) {
        return organization.names(List.of(unit), day).getOrDefault(unit, "");
    }

    Map<UnitId, String> units(Collection<UnitId> units, LocalDate day) {
        return organization.shortNames(List.copyOf(units), day);
    }

    Map<PersonId, String> people(Collection<@Nullable PersonId> persons) {
        return people.names(persons.stream().filter(Objects::nonNull).distinct().toList());
    }

    @Nullable
    Chair chair(@Nullable PersonId person, LocalDate day) {
        return person == null
                ? null
                : new Chair(person, people(List.of(person)).getOrDefault(person, ""), mandates.titleOn(person, day));
    }

    /** The post and the person, whichever are named. */
    String answerable(@Nullable String post, @Nullable PersonId person, Map<PersonId, String> names) {
        return Stream.of(
                        post == null ? "" : mandates.postName(post),
                        person == null ? "" : names.getOrDefault(person, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
