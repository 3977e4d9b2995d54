package org.giaoban.evaluation;

import java.util.UUID;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;

/** A committee member who follows a branch for a time. */
record Follower(UUID id, PersonId person, UnitId unit, DateRange valid, String decision) {}
