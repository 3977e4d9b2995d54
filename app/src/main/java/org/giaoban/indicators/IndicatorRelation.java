package org.giaoban.indicators;

import java.time.LocalDate;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Texts;

/**
 * One indicator counts a part of what another counts.
 *
 * @param cut what the whole is divided by; empty when the parts need not make it up
 */
public record IndicatorRelation(
        short id, String whole, String part, Kind kind, Cut cut, Severity severity, DateRange valid) {

    /** How the part stands to the whole. */
    public enum Kind {
        /** Not more than the whole. */
        OF_WHICH,
        /** Together with the other parts of its cut, the whole. */
        PARTITION
    }

    /** "By kind of organisation". */
    public record Cut(String vi, String en) {

        static final Cut NONE = new Cut("", "");

        public String text() {
            return Texts.language().equals("en") ? en : vi;
        }
    }

    boolean over(LocalDate day) {
        var until = valid.until();
        return until != null && !until.isAfter(day);
    }
}
