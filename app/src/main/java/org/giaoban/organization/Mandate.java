package org.giaoban.organization;

import java.util.UUID;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;

/** A post a person holds in a unit for a time; {@code title} is the full title, as papers print it. */
public record Mandate(
        UUID id,
        PersonId person,
        UnitId unit,
        String post,
        String title,
        Method method,
        DateRange valid,
        String decision) {}
