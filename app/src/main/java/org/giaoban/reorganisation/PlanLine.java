package org.giaoban.reorganisation;

import java.time.LocalDate;

/** A plan in a list. */
record PlanLine(PlanId id, String title, LocalDate day, String document, PlanState state, int events) {}
