package org.giaoban.preparation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Whom a restricted paper is for: persons by name, holders of posts or roles at the meeting's units, and those of units. */
record Circle(Set<PersonId> persons, Set<String> posts, Set<String> roles, Set<UnitId> units) {

    static final Circle NOBODY = new Circle(Set.of(), Set.of(), Set.of(), Set.of());

    /** One line of the table; exactly one of the three is there. */
    record Ring(
            @Nullable String post,
            @Nullable String role,
            @Nullable UnitId unit) {}

    static Circle of(Set<PersonId> persons, List<Ring> rings) {
        return new Circle(
                persons,
                rings.stream().map(Ring::post).filter(Objects::nonNull).collect(Collectors.toSet()),
                rings.stream().map(Ring::role).filter(Objects::nonNull).collect(Collectors.toSet()),
                rings.stream().map(Ring::unit).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    boolean empty() {
        return equals(NOBODY);
    }
}
