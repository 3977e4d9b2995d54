package org.giaoban.kernel;

/** Why there is no value; none of the three means zero. */
public enum Absence {
    /** The unit has not said. */
    NOT_REPORTED,
    /** The unit says there was nothing to count. */
    NONE,
    /** The question does not concern the unit. */
    NOT_APPLICABLE;

    /** What is known of a sum of two absent values: one silent unit leaves the sum unknown. */
    public Absence and(Absence other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
