package org.giaoban.people;

import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A person as registered; {@code version} counts the edits. */
record Person(
        PersonId id,
        String code,
        String fullName,
        Gender gender,
        @Nullable Integer birthYear,
        String nativePlace,
        UnitId keeper,
        int version) {}
