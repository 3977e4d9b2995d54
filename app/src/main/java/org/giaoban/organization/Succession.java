package org.giaoban.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.kernel.UnitId;

/** From the day on, a unit stands for a share of another; {@code estimated} when nobody said how large the share is. */
public record Succession(UnitId from, UnitId to, LocalDate day, BigDecimal share, boolean estimated, UUID plan) {}
