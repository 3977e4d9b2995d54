package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.Set;
import org.giaoban.kernel.Period;

/** Tells which units are asked for which indicators. Implemented by the module that asks (forms of returns). */
public interface Duties {

    /** Equals itself as long as every answer stays as it is. */
    Object state();

    Asked asked(Times times);

    /**
     * A period by what may be asked for it.
     *
     * @param day its last
     * @param itself the kinds of periods of exactly its days
     * @param parts the kinds of shorter ones it is put together from
     */
    record Times(LocalDate day, Set<Period.Kind> itself, Set<Period.Kind> parts) {}

    /** What is asked for one period. */
    interface Asked {

        /** Who owes an indicator; the same object for indicators that are asked of the same units. */
        Duty of(String indicator);
    }

    /** Who owes something. */
    interface Duty {

        boolean owes(UnitSort unit);
    }
}
