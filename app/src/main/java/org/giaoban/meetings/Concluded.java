package org.giaoban.meetings;

import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A conclusion ready for paper: who, by when and measured how in words, or why not. */
public record Concluded(
        int position,
        UUID item,
        Reach reach,
        OutcomeKind kind,
        String text,
        boolean open,
        @Nullable String why,
        Duty duty) {

    /** The names are as they were on the day of the meeting. */
    public record Duty(List<UnitId> units, String unitNames, String answerable, String due, String measure, More more) {

        public Duty {
            units = List.copyOf(units);
        }

        /** Units with the one who answers for it in brackets. */
        public String who() {
            if (answerable.isEmpty()) {
                return unitNames;
            }
            return unitNames.isEmpty() ? answerable : unitNames + " (" + answerable + ")";
        }
    }

    /** What is handed over, who helps, which leader watches; empty where nobody is named. */
    public record More(String product, String helping, String supervising) {}

    /** May stand in what everybody reads. */
    public boolean publishable() {
        return open && reach != Reach.RESTRICTED;
    }
}
