package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;

/** Figures the system can count itself. Implemented by the modules that hold the rows; which indicator takes which is data. */
public interface CountSource {

    /** The names of its counts; each is also the key of the text that says what is counted. */
    Set<String> counts();

    /** How many rows a unit has in a period. */
    int count(String name, UnitId unit, Period period);

    /** The rows behind, as far as the viewer may read them. */
    List<Counted> rows(String name, UnitId unit, Period period);

    /** One row that was counted, with its page. */
    record Counted(String label, String href, LocalDate day) {}
}
