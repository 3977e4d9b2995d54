package org.giaoban.formulas;

/** What a calculation takes of an indicator. */
public enum Take {
    /** Its figure of the period. */
    VALUE,
    /** Its figures of all months added up, also of a stock: unit-months below a rate over several months. */
    EACH,
    /** The year's target. */
    PLAN,
    /** Its figure of the period before, of the same length. */
    PREVIOUS
}
