package org.giaoban.organization;

import org.giaoban.kernel.DateRange;

/** A unit as a line of an import file says it; {@code number} is the line in the file, the header being line 1. */
record UnitLine(
        long number, String code, String name, String shortName, String kind, String parentCode, DateRange valid) {}
