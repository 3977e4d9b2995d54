package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some indicators and those their formulas need, as the catalogue has them on any day. Versions change seldom: the days between
 * two changes share one.
 */
final class Editions {

    private final Indicators indicators;
    private final Collection<String> codes;
    private final Map<LocalDate, Map<String, Indicator>> known = new HashMap<>();

    Editions(Indicators indicators, Collection<String> codes) {
        this.indicators = indicators;
        this.codes = List.copyOf(codes);
    }

    /** Codes unknown on that day are left out. */
    Map<String, Indicator> on(LocalDate day) {
        return known.computeIfAbsent(indicators.turnedBy(day), turned -> needed(day));
    }

    private Map<String, Indicator> needed(LocalDate day) {
        var catalogue = new LinkedHashMap<String, Indicator>();
        indicators.catalogue(day).forEach(indicator -> catalogue.put(indicator.code(), indicator));
        var needed = new LinkedHashMap<String, Indicator>();
        codes.forEach(code -> add(code, catalogue, needed));
        return needed;
    }

    private static void add(String code, Map<String, Indicator> catalogue, Map<String, Indicator> needed) {
        var indicator = catalogue.get(code);
        if (indicator != null && needed.putIfAbsent(code, indicator) == null) {
            indicator.components().forEach(component -> add(component, catalogue, needed));
        }
    }
}
