package org.giaoban.bench;

import java.util.List;

/** Times of the same thing, in milliseconds. */
record Samples(List<Double> millis) {

    /** The smallest time that so many per cent of the samples do not exceed. */
    double percentile(int percent) {
        if (millis.isEmpty()) {
            return Double.NaN;
        }
        var sorted = millis.stream().sorted().toList();
        var rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank - 1, 0));
    }
}
