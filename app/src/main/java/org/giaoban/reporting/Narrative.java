package org.giaoban.reporting;

import org.giaoban.kernel.UnitId;

/** What one unit wrote in one section of its return (section codes: results, difficulties, next, recommendations). */
public record Narrative(UnitId unit, String unitName, String section, String text) {}
