package org.giaoban.indicators;

import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;

/** Names a figure exactly: version grows with every change of a row behind it. */
public record FigureRef(String indicator, UnitId unit, Period period, long version) {}
