package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.kernel.PersonId;
import org.giaoban.people.Career;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows on a person's page the posts held now and before. */
@Component
@Transactional(readOnly = true)
class CareerInPosts implements Career {

    private final MandateRepository mandates;
    private final UnitRepository units;
    private final Mandates titles;
    private final Clock clock;

    CareerInPosts(MandateRepository mandates, UnitRepository units, Mandates titles, Clock clock) {
        this.mandates = mandates;
        this.units = units;
        this.titles = titles;
        this.clock = clock;
    }

    @Override
    public List<Held> of(PersonId person) {
        var held = mandates.everOf(person);
        var places = units.byIds(held.stream().map(Mandate::unit).distinct().toList(), LocalDate.now(clock));
        return held.stream()
                .map(mandate -> held(mandate, Objects.requireNonNull(places.get(mandate.unit()))))
                .toList();
    }

    private static Held held(Mandate mandate, Unit place) {
        return new Held(
                mandate.title(),
                place.name(),
                "/units/" + place.code(),
                Texts.text("organization.method." + mandate.method().name()),
                mandate.valid(),
                mandate.decision());
    }

    @Override
    public Map<PersonId, String> titles(Collection<PersonId> persons) {
        return titles.titlesOn(persons, LocalDate.now(clock));
    }
}
