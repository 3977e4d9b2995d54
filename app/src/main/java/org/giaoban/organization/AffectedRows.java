package org.giaoban.organization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;

/** Gathers rows by unit: how many there are, and the first few by name where the viewer may read them. */
public record AffectedRows(String what, Scope readable) {

    /** One row; {@code count} is how many the unit has in all. */
    public record Row(UnitId unit, int count, Affected.Item item) {}

    public List<Affected> of(List<Row> rows) {
        var counts = new LinkedHashMap<UnitId, Integer>();
        var items = new LinkedHashMap<UnitId, List<Affected.Item>>();
        for (var row : rows) {
            counts.put(row.unit(), row.count());
            var first = items.computeIfAbsent(row.unit(), unit -> new ArrayList<>());
            if (readable.contains(row.unit()) && first.size() < Affected.MOST) {
                first.add(row.item());
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Affected(
                        entry.getKey(), what, entry.getValue(), items.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
