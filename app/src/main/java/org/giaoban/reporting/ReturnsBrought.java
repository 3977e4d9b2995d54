package org.giaoban.reporting;

import java.util.Collection;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;

/** Returns of many units for one period were taken in at once, none of which had been there before. */
public record ReturnsBrought(Period period, Collection<UnitId> units) {}
