package org.giaoban.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.people.People;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** The posts of units and who holds them, as pages show them. */
@Component
class UnitSeats {

    private final MandateRepository mandates;
    private final People people;

    UnitSeats(MandateRepository mandates, People people) {
        this.mandates = mandates;
        this.people = people;
    }

    List<UnitPage.Seat> on(UnitId unit, LocalDate day) {
        return seats(mandates.in(List.of(unit), day));
    }

    /** Held before the day or after it. */
    List<UnitPage.Seat> otherThan(UnitId unit, LocalDate day) {
        return seats(mandates.everIn(unit).stream()
                .filter(mandate -> !mandate.valid().contains(day))
                .toList());
    }

    /** Who leads each unit on the day. */
    Map<UnitId, String> heads(Collection<UnitId> units, LocalDate day) {
        var first = new LinkedHashMap<UnitId, Mandate>();
        mandates.in(units, day).forEach(mandate -> first.putIfAbsent(mandate.unit(), mandate));
        var persons = new HashSet<PersonId>();
        first.values().forEach(mandate -> persons.add(mandate.person()));
        var names = people.names(persons);
        return first.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> names.getOrDefault(entry.getValue().person(), "")));
    }

    private List<UnitPage.Seat> seats(List<Mandate> held) {
        var persons = held.stream().map(Mandate::person).distinct().toList();
        var names = people.names(persons);
        Set<PersonId> visible = people.visible(persons);
        return held.stream()
                .map(mandate -> new UnitPage.Seat(
                        mandate.id().toString(),
                        mandate.title(),
                        names.getOrDefault(mandate.person(), ""),
                        visible.contains(mandate.person()) ? "/people/" + mandate.person() : null,
                        Texts.text("organization.method." + mandate.method().name()),
                        UnitPages.span(mandate.valid()),
                        mandate.decision(),
                        mandate.valid().open()))
                .toList();
    }
}
