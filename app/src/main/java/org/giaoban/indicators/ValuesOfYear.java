package org.giaoban.indicators;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A statement about the values of one period, which names the part of the table they are in: the database has not to look
 * through all years to find it. Periods outside the years that have a part of their own are found through the whole table.
 *
 * @param text with {@link #VALUES} wherever single values are read, {@link #SHEETS} wherever their sheets are written
 */
record ValuesOfYear(String text, Map<Integer, String> known) {

    private static final int FIRST_YEAR = 2010;
    private static final int LAST_YEAR = 2035;
    /** A row for each value, to read. */
    static final String VALUES = "indicators.indicator_value%year";

    /** A row for all values of a unit's period. */
    static final String SHEETS = "indicators.sheet_values%year";

    ValuesOfYear(String text) {
        this(text, new ConcurrentHashMap<>());
    }

    String of(int period) {
        return known.computeIfAbsent(period / 100, year -> text.replace("%year", part(year)));
    }

    private static String part(int year) {
        return year < FIRST_YEAR || year > LAST_YEAR ? "" : "_" + year;
    }
}
