package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Figures the system can count itself. Implemented by the modules that hold the rows; which indicator takes which is data. */
public interface CountSource {

    /** The names of its counts; each is also the key of the text that says what is counted. */
    Set<String> counts();

    /** What each of the units has in a period, with one question for all of them; whoever has nothing may be left out. */
    Map<UnitId, Tally> count(String name, Collection<UnitId> units, Period period);

    /** Whether its counts are shares: so many out of so many. */
    default boolean share(String name) {
        return false;
    }

    /** The rows behind, as far as the viewer may read them. */
    List<Counted> rows(String name, UnitId unit, Period period);

    /** A number, or so many out of so many. */
    record Tally(int number, @Nullable Integer outOf) {

        public static Tally of(int number) {
            return new Tally(number, null);
        }
    }

    /** One row that was counted, with its page; of a share, what it counts as. */
    record Counted(
            String label,
            String href,
            LocalDate day,
            @Nullable String as) {

        public Counted(String label, String href, LocalDate day) {
            this(label, href, day, null);
        }
    }
}
