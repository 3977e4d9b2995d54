package org.giaoban.reorganisation;

import java.math.BigDecimal;

/** A share of one unit that goes over to another. */
record Flow(String from, String to, BigDecimal share, boolean estimated) {}
