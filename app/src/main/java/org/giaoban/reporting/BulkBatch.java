package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.reporting.ValueReader.Read;

/** Returns that are written together: those that are new, those that must go one by one, and what the file says wrongly. */
final class BulkBatch {

    static final BulkBatch NONE = new BulkBatch();

    private final List<Checked> fresh = new ArrayList<>();
    private final List<Read> others = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<Place, List<Content>> said = new HashMap<>();
    private int unchanged;

    /** A unit and a period. */
    record Place(UnitId unit, Period period) {

        static Place of(ReturnKey key) {
            return new Place(key.unit().id(), key.period());
        }

        static Place before(ReturnKey key) {
            return new Place(key.unit().id(), key.period().previous());
        }
    }

    /** A return beside what its examination found. */
    record Checked(Read read, Examined examined) {}

    /** A return that was not taken, by its first line. */
    record Refusal(long line, String why) {}

    void fresh(Checked checked) {
        fresh.add(checked);
    }

    void other(Read read) {
        others.add(read);
        said(read);
    }

    void refuse(long line, String why) {
        refusals.add(new Refusal(line, why));
    }

    void unchanged() {
        unchanged++;
    }

    /** Later returns of the same file are held against it although it is not written yet. */
    void said(Read read) {
        said.computeIfAbsent(Place.of(read.key()), place -> new ArrayList<>(1))
                .add(read.reading().content());
    }

    /** Puts what was said of these indicators beside what is known already. */
    void tell(Place place, Set<String> codes, Map<String, Figure> known) {
        for (var content : said.getOrDefault(place, List.of())) {
            for (var code : codes) {
                var entry = content.values().get(code);
                if (entry != null) {
                    known.put(code, entry.figure());
                }
            }
        }
    }

    boolean speaksOf(Place place) {
        return said.containsKey(place);
    }

    List<Checked> fresh() {
        return fresh;
    }

    List<Read> others() {
        return others;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    int unchangedReturns() {
        return unchanged;
    }
}
