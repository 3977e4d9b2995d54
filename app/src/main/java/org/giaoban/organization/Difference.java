package org.giaoban.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * How the tree of one day differs from that of an earlier one.
 *
 * @param lines in the order of the trees
 */
public record Difference(LocalDate earlier, LocalDate later, List<Count> counts, List<Line> lines) {

    /** What is shown at once; a file holds all. */
    public static final int MOST = 500;

    public int total() {
        return lines.size();
    }

    /** How many units of a kind there were on both days. */
    public record Count(String kind, int before, int after) {}

    /** A unit that is not the same on both days. */
    public record Line(
            UnitId unit,
            String code,
            Set<What> what,
            @Nullable Unit before,
            @Nullable Unit after) {}

    /** In what a unit differs. */
    public enum What {
        FOUNDED,
        ENDED,
        RENAMED,
        MOVED,
        CHANGED_KIND;

        /** What happened between two versions of one unit; nothing when they say the same. */
        public static Set<What> between(@Nullable Unit before, @Nullable Unit after) {
            if (before == null || after == null) {
                return before == null ? (after == null ? Set.of() : Set.of(FOUNDED)) : Set.of(ENDED);
            }
            var what = java.util.EnumSet.noneOf(What.class);
            if (!before.name().equals(after.name()) || !before.shortName().equals(after.shortName())) {
                what.add(RENAMED);
            }
            if (!java.util.Objects.equals(before.parent(), after.parent())) {
                what.add(MOVED);
            }
            if (!before.kind().equals(after.kind())) {
                what.add(CHANGED_KIND);
            }
            return what;
        }
    }
}
