package org.giaoban.readers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;

/** How readers found an article: nobody's vote is a number of its own, and no votes are no mean. */
record Rating(int votes, int points) {

    static final int MOST = 5;
    static final Rating NONE = new Rating(0, 0);

    String words() {
        if (votes == 0) {
            return Texts.text("readers.rating.none");
        }
        return Texts.text("readers.rating.mean", Formats.number(mean(), 1), Formats.number(votes));
    }

    BigDecimal mean() {
        return BigDecimal.valueOf(points).divide(BigDecimal.valueOf(votes), 1, RoundingMode.HALF_UP);
    }
}
