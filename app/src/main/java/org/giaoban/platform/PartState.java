package org.giaoban.platform;

import java.util.Comparator;
import java.util.List;

/**
 * How one part of the machinery is.
 *
 * @param title in the language of the one who asks
 * @param icon Tabler icon without "ti-"
 */
public record PartState(String title, String icon, List<Line> lines) {

    /** How good it is; later is worse. */
    public enum Level {
        FINE,
        NOTICE,
        FAULT
    }

    /**
     * One thing that can be said.
     *
     * @param advice what to do about it, empty when there is nothing to do
     */
    public record Line(Level level, String label, String value, String advice) {

        public static Line fine(String label, String value) {
            return new Line(Level.FINE, label, value, "");
        }

        public static Line notice(String label, String value, String advice) {
            return new Line(Level.NOTICE, label, value, advice);
        }

        public static Line fault(String label, String value, String advice) {
            return new Line(Level.FAULT, label, value, advice);
        }
    }

    /** As bad as its worst line. */
    public Level level() {
        return lines.stream().map(Line::level).max(Comparator.naturalOrder()).orElse(Level.FINE);
    }
}
