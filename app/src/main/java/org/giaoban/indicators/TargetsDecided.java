package org.giaoban.indicators;

import java.util.Set;
import org.giaoban.kernel.UnitId;

/** A unit's plan of a year is another one for these indicators. */
public record TargetsDecided(UnitId unit, int year, Set<String> indicators) {}
