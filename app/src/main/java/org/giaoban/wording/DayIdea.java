package org.giaoban.wording;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.UnitId;

/** Days that a module above has a name for, such as that of a unit's next meeting. */
public interface DayIdea {

    List<Idea> days(UnitId unit, LocalDate today);

    /** A day and why it is one to choose. */
    record Idea(LocalDate day, String label) {}
}
