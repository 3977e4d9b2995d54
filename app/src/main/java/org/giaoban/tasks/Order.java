package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
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

    /** What an order must say, or give the reason for leaving out. */
    public enum Gap {
        UNIT("units"),
        PERSON("post"),
        DATE("due"),
        MEASURE("measure"),
        PRODUCT("product");

        private final String field;

        Gap(String field) {
            this.field = field;
        }

        /** The field of the form that closes the gap. */
        public String field() {
            return field;
        }

        /** The question it leaves open. */
        public String question() {
            return Texts.text("tasks.ask." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** What is left out without a reason; where no unit is named there is nobody who could answer for it. */
    public static Set<Gap> gaps(
            List<UnitId> units,
            boolean answerable,
            @Nullable LocalDate dueOn,
            @Nullable String measure,
            Reasons reasons) {
        var gaps = EnumSet.noneOf(Gap.class);
        if (units.isEmpty() && reasons.noUnit() == null) {
            gaps.add(Gap.UNIT);
        }
        if ((units.isEmpty() || !answerable) && reasons.noPerson() == null) {
            gaps.add(Gap.PERSON);
        }
        if (dueOn == null && reasons.noDate() == null) {
            gaps.add(Gap.DATE);
        }
        if (measure == null && reasons.noMeasure() == null) {
            gaps.add(Gap.MEASURE);
        }
        return gaps;
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
