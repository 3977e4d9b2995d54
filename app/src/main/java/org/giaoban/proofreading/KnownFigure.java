package org.giaoban.proofreading;

import java.math.BigDecimal;

/** A figure of the register that a text may speak of; the key is the caller's own. */
public record KnownFigure(String key, String name, String period, BigDecimal value, boolean percent) {}
