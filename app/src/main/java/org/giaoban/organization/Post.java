package org.giaoban.organization;

import org.giaoban.kernel.DateRange;

/** A post of the profile; {@code single} means one holder at a time. */
record Post(String code, String name, short rank, boolean single, DateRange valid) {}
