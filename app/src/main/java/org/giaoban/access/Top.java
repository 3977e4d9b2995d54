package org.giaoban.access;

import org.giaoban.kernel.UnitId;

/** A unit in which something is held, alone or with everything below. */
record Top(UnitId unit, Reach reach) {}
