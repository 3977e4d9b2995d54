package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.giaoban.platform.PackedFigures;
import org.jspecify.annotations.Nullable;

/** What a version says as its row keeps it: a list for each column, in the order of the indicators' codes. */
final class PackedValues {

    static final String COLUMNS =
            "indicators, amounts, numerators, denominators, qualifiers, absences, places, reasons";

    private PackedValues() {}

    /** In the order of {@link #COLUMNS}. */
    static List<@Nullable Object> of(Map<String, Entry> values) {
        var sorted = new TreeMap<>(values);
        var entries = List.copyOf(sorted.values());
        var columns = new ArrayList<@Nullable Object>();
        columns.add(sorted.keySet().toArray(String[]::new));
        columns.addAll(PackedFigures.columns(entries.stream().map(Entry::figure).toList()));
        columns.add(PackedFigures.texts(entries, Entry::place));
        columns.add(PackedFigures.texts(entries, Entry::reason));
        return columns;
    }
}
