package org.giaoban.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.giaoban.access.Grants;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Attendee;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Successions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Finds out whether the viewer is within the circle of a restricted paper, as of today. */
@Component
class Circles {

    private final Mandates mandates;
    private final Grants grants;
    private final Successions successions;
    private final CurrentViewer viewer;
    private final Clock clock;

    Circles(Mandates mandates, Grants grants, Successions successions, CurrentViewer viewer, Clock clock) {
        this.mandates = mandates;
        this.grants = grants;
        this.successions = successions;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** The viewer, with posts and roles read when a circle first asks for them. */
    Self self() {
        var who = viewer.find().orElse(null);
        var person = who == null ? null : who.person();
        return new Self(
                person == null ? Set.of() : Set.of(person),
                SingletonSupplier.of(() -> person == null ? List.of() : mandates.of(person, LocalDate.now(clock))),
                SingletonSupplier.of(() -> roles(who)),
                this::standing);
    }

    /** The units, and those that took the place of the ones that are gone. */
    private Set<UnitId> standing(Set<UnitId> units) {
        var today = LocalDate.now(clock);
        var standing = new HashSet<>(units);
        units.forEach(unit -> standing.addAll(successions.standingFor(unit, today)));
        return standing;
    }

    private Map<String, Set<UnitId>> roles(@Nullable Viewer who) {
        return who == null ? Map.of() : grants.roles(who.account());
    }

    /** Who looks, as circles see them. */
    record Self(
            Set<PersonId> person,
            Supplier<List<Mandate>> posts,
            Supplier<Map<String, Set<UnitId>>> roles,
            UnaryOperator<Set<UnitId>> standing) {

        boolean invited(Collection<Attendee> attendees) {
            return attendees.stream().map(Attendee::person).anyMatch(person::contains);
        }

        boolean within(Circle circle, UnitId host, Collection<Attendee> attendees) {
            return circle.persons().stream().anyMatch(person::contains)
                    || (!circle.units().isEmpty() && ofUnit(standing.apply(circle.units()), attendees))
                    || atTable(circle, tables(host, attendees));
        }

        /** Those of a unit hold a post there, or come to the meeting for it. */
        private boolean ofUnit(Set<UnitId> units, Collection<Attendee> attendees) {
            return posts.get().stream().anyMatch(post -> units.contains(post.unit()))
                    || attendees.stream()
                            .filter(one -> one.person() != null && person.contains(one.person()))
                            .anyMatch(one -> one.unit() != null && units.contains(one.unit()));
        }

        /** Posts and roles count at the unit that meets and at those invited, nowhere else. */
        private boolean atTable(Circle circle, Set<UnitId> tables) {
            return !circle.posts().isEmpty()
                            && posts.get().stream()
                                    .filter(post -> circle.posts().contains(post.post()))
                                    .anyMatch(post -> tables.contains(post.unit()))
                    || circle.roles().stream()
                            .flatMap(role -> roles.get().getOrDefault(role, Set.of()).stream())
                            .anyMatch(tables::contains);
        }

        private static Set<UnitId> tables(UnitId host, Collection<Attendee> attendees) {
            var tables = new HashSet<UnitId>();
            tables.add(host);
            attendees.stream().map(Attendee::unit).filter(Objects::nonNull).forEach(tables::add);
            return tables;
        }
    }
}
