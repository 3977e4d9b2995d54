package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Officials whose office contacts were let out, as long as they hold the post; of nobody else is anything said. */
@Service
@Transactional(readOnly = true)
class Officials {

    private static final int MOST = 2_000;

    private final ReleasedRepository released;
    private final Mandates mandates;
    private final People people;
    private final Clock clock;

    Officials(ReleasedRepository released, Mandates mandates, People people, Clock clock) {
        this.released = released;
        this.mandates = mandates;
        this.people = people;
        this.clock = clock;
    }

    /** A post, who holds it today, and how the office is reached. */
    public record Official(String name, String title, Facts office) {

        public String phone() {
            return office.text("phone");
        }

        public String email() {
            return office.text("email");
        }

        public String room() {
            return office.text("room");
        }

        public String hours() {
            return office.told("hours");
        }
    }

    /** By unit, in the order the editors gave them, then by the rank of the posts. */
    Map<UnitId, List<Official>> of(Collection<UnitId> units) {
        var contacts = new LinkedHashMap<UUID, Released>();
        for (var contact : released.inOrder(Kind.CONTACT, ReleasedRepository.Asked.of(units), MOST)) {
            var mandate = contact.facts().id("mandate");
            if (mandate != null) {
                contacts.put(mandate, contact);
            }
        }
        if (contacts.isEmpty()) {
            return Map.of();
        }
        var holding = new LinkedHashMap<UUID, Mandate>();
        mandates.in(units, LocalDate.now(clock)).forEach(each -> holding.put(each.id(), each));
        var names = people.names(holding.values().stream()
                .filter(each -> contacts.containsKey(each.id()))
                .map(Mandate::person)
                .toList());
        var officials = new LinkedHashMap<UnitId, List<Official>>();
        contacts.forEach((id, contact) -> {
            var mandate = holding.get(id);
            if (mandate != null && names.containsKey(mandate.person())) {
                officials
                        .computeIfAbsent(contact.unit(), unit -> new ArrayList<>())
                        .add(new Official(
                                Objects.requireNonNull(names.get(mandate.person())), mandate.title(), contact.facts()));
            }
        });
        return officials;
    }
}
