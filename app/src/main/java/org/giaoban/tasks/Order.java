package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What is ordered, to whom and by when; whatever is missing carries its reason. */
public record Order(
        String title,
        @Nullable String measure,
        @Nullable LocalDate dueOn,
        List<Assignee> assignees,
        UnitId giver,
        SourceRef source,
        Reasons reasons) {

    public Order {
        assignees = List.copyOf(assignees);
    }

    /** A unit and, in it, the person or the post that answers for the work. */
    public record Assignee(
            UnitId unit,
            @Nullable PersonId person,
            @Nullable String post) {}

    /** Why the order names no unit, nobody, no date or no measure. */
    public record Reasons(
            @Nullable String noUnit,
            @Nullable String noPerson,
            @Nullable String noDate,
            @Nullable String noMeasure) {

        public static final Reasons NONE = new Reasons(null, null, null, null);
    }
}
