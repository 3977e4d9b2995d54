package org.giaoban.reorganisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the tree before, with what its dates allow.
 *
 * @param since first day of the unit itself, not of its present name
 * @param until the day its present version ends, if it does
 * @param changesLater something about it is already settled for a later day
 */
record Standing(Place place, LocalDate since, @Nullable LocalDate until, boolean changesLater) {}
