package org.giaoban.reporting;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.UnitId;

/** A unit has sent its return. */
public record ReturnSubmitted(UUID returnId, UnitId unit, String form, String period, int version, Instant at) {}
