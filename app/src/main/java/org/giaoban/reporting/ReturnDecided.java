package org.giaoban.reporting;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.UnitId;

/** A return was accepted, sent back with a comment, or opened again. */
public record ReturnDecided(UUID returnId, UnitId unit, String form, String period, ReturnState state, Instant at) {}
