package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything one unit said for one stored period, in columns, because pages add up tens of thousands of such values. */
final class Sheet {

    /**
     * A value as it is stored; {@code qualifier} is a bit, {@code absence} the place of its name among the absences, or 0.
     *
     * @param accepted whether the unit above has accepted it
     */
    record Entry(short indicator, int version, @Nullable Amount amount, int qualifier, int absence, boolean accepted) {}

    /** A value with its parts, which come together or not at all. */
    record Amount(
            BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    static final int NONE = 1;
    static final int NOT_APPLICABLE = 2;
    static final int NOT_REPORTED = 3;

    private final short[] indicators;
    private final int[] versions;
    private final @Nullable Amount[] amounts;
    private final byte[] qualifiers;
    private final byte[] absences;
    private final boolean[] accepted;

    Sheet(List<Entry> entries) {
        var size = entries.size();
        indicators = new short[size];
        versions = new int[size];
        amounts = new @Nullable Amount[size];
        qualifiers = new byte[size];
        absences = new byte[size];
        accepted = new boolean[size];
        for (var at = 0; at < size; at++) {
            var entry = entries.get(at);
            indicators[at] = entry.indicator();
            versions[at] = entry.version();
            amounts[at] = entry.amount();
            qualifiers[at] = (byte) entry.qualifier();
            absences[at] = (byte) entry.absence();
            accepted[at] = entry.accepted();
        }
    }

    int size() {
        return indicators.length;
    }

    short indicator(int at) {
        return indicators[at];
    }

    int version(int at) {
        return versions[at];
    }

    @Nullable
    Amount amount(int at) {
        return amounts[at];
    }

    int qualifier(int at) {
        return qualifiers[at];
    }

    int absence(int at) {
        return absences[at];
    }

    boolean accepted(int at) {
        return accepted[at];
    }

    Entry entry(int at) {
        return new Entry(indicators[at], versions[at], amounts[at], qualifiers[at], absences[at], accepted[at]);
    }

    @Override
    public String toString() {
        return "Sheet of " + Arrays.toString(indicators);
    }
}
