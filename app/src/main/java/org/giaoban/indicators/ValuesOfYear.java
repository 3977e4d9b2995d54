package org.giaoban.indicators;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A statement about the values of one period, which names the part of the table they are in: the database has not to look
 * through all years to find it. Periods outside the years that have a part of their own are found through the whole table.
 *
 * @param text with {@code %s} wherever the table stands
 */
record ValuesOfYear(String text, Map<Integer, String> known) {

    private static final int FIRST_YEAR = 2010;
    private static final int LAST_YEAR = 2035;
    private static final String TABLE = "indicators.indicator_value";

    ValuesOfYear(String text) {
        this(text, new ConcurrentHashMap<>());
    }

    String of(int period) {
        return known.computeIfAbsent(period / 100, year -> text.replace("%s", table(year)));
    }

    private static String table(int year) {
        return year < FIRST_YEAR || year > LAST_YEAR ? TABLE : TABLE + "_" + year;
    }
}
