package org.giaoban.organization;

import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;

/** Somebody takes up a post; {@code decision} is the number of the paper that says so. */
public record NewMandate(PersonId person, UnitId unit, String post, Method method, DateRange valid, String decision) {}
