package org.giaoban.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Five bands of values, as many values in each as can be; equal values are in one band. */
record Bands(List<BigDecimal> sorted) {

    static final int COUNT = 5;

    static Bands of(Collection<? extends @Nullable BigDecimal> values) {
        var sorted = new ArrayList<BigDecimal>();
        values.stream().filter(Objects::nonNull).forEach(sorted::add);
        sorted.sort(null);
        return new Bands(List.copyOf(sorted));
    }

    /** 1 for the least to 5 for the most; 3 when all are the same. */
    int of(BigDecimal value) {
        var below = sorted.stream().filter(other -> other.compareTo(value) < 0).count();
        var same = sorted.stream().filter(other -> other.compareTo(value) == 0).count();
        var middle = below + (same - 1) / 2.0;
        var last = sorted.size() - 1;
        return last <= 0 ? 3 : 1 + (int) Math.min(COUNT - 1, Math.floor(middle / last * COUNT));
    }
}
