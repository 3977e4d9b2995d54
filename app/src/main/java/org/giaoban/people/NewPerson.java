package org.giaoban.people;

import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What is said when a person is entered; {@code keeper} is the unit that keeps the file. */
public record NewPerson(
        String code,
        String fullName,
        Gender gender,
        @Nullable Integer birthYear,
        UnitId keeper,
        String nativePlace) {}
