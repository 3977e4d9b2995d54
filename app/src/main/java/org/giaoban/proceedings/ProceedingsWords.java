package org.giaoban.proceedings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;

/** How the course of a meeting is put into words. */
final class ProceedingsWords {

    private ProceedingsWords() {}

    /** "19/23 present · 82,6 %". */
    static String share(RollView roll) {
        var all = roll.lines().size();
        if (all == 0) {
            return Texts.text("proceedings.roll.nobody");
        }
        var share = BigDecimal.valueOf(roll.here() * 100L).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
        return Texts.text("proceedings.roll.share", roll.here(), all, Formats.percent(share, 1));
    }

    /** "12:05", "1:02:05". */
    static String clock(long seconds) {
        var all = Math.abs(seconds);
        var text = all < 3600
                ? "%d:%02d".formatted(all / 60, all % 60)
                : "%d:%02d:%02d".formatted(all / 3600, all / 60 % 60, all % 60);
        return seconds < 0 ? "−" + text : text;
    }

    /** Four and four digits are read from a wall more easily. */
    static String spaced(String code) {
        return code.substring(0, 4) + " " + code.substring(4);
    }
}
