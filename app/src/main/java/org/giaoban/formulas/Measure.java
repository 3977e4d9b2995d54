package org.giaoban.formulas;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * In what something is counted: "người", "ý kiến/buổi", "%". A number written into a formula has none and takes that of its
 * neighbour.
 */
public record Measure(Map<String, Integer> powers, boolean open) {

    /** Of a written number: fits anything. */
    static final Measure ANY = new Measure(Map.of(), true);

    /** Of a quotient of equals: a pure number. */
    static final Measure PLAIN = new Measure(Map.of(), false);

    static final Measure PERCENT = new Measure(Map.of("%", 1), false);

    /** What counts nothing: the quotient of equals is said in times. */
    private static final String TIMES = "lần";

    /** As the catalogue writes it; "a/b" is so many a for each b. */
    public static Measure of(String written) {
        var parts = Normalizer.normalize(written, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .split("\\s*/\\s*", 2);
        var above = one(parts[0]);
        return parts.length == 1 ? above : above.over(one(parts[1]));
    }

    private static Measure one(String name) {
        return name.isEmpty() || name.equals(TIMES) ? PLAIN : new Measure(Map.of(name, 1), false);
    }

    /** Whether the two may be added up and compared. */
    public boolean fits(Measure other) {
        return open || other.open || powers.equals(other.powers);
    }

    /** Of what is added up with something that fits. */
    Measure with(Measure other) {
        return open ? other : this;
    }

    Measure times(Measure other) {
        return joined(other, 1);
    }

    Measure over(Measure other) {
        return joined(other, -1);
    }

    private Measure joined(Measure other, int sign) {
        var joined = new TreeMap<>(powers);
        other.powers.forEach((name, power) -> joined.merge(name, sign * power, Integer::sum));
        joined.values().removeIf(power -> power == 0);
        return new Measure(joined, open && other.open);
    }

    /** As the catalogue would write it. */
    public String text() {
        var above = side(1);
        var below = side(-1);
        return below.isEmpty() ? above.isEmpty() ? TIMES : above : (above.isEmpty() ? "1" : above) + "/" + below;
    }

    private String side(int sign) {
        return powers.entrySet().stream()
                .filter(entry -> entry.getValue() * sign > 0)
                .map(entry -> entry.getKey() + (Math.abs(entry.getValue()) > 1 ? "^" + Math.abs(entry.getValue()) : ""))
                .collect(Collectors.joining("·"));
    }
}
