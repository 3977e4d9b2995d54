package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.tasks.Order;
import org.giaoban.wording.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A conclusion under an agenda item. As a task it names unit, person or post, date, measure and product, or says why not.
 *
 * @param why why a decision or information in vague words stays without who, when and measure
 */
record Conclusion(
        UUID id,
        UUID item,
        int position,
        OutcomeKind kind,
        String text,
        boolean open,
        Duty duty,
        @Nullable String why,
        @Nullable UUID task) {

    /** Who, by when, measured how. */
    record Duty(
            List<UnitId> units,
            @Nullable PersonId person,
            @Nullable String post,
            @Nullable LocalDate dueOn,
            @Nullable String measure,
            Order.Reasons reasons,
            Beside beside) {

        static final Duty NONE = new Duty(List.of(), null, null, null, null, Order.Reasons.NONE, Beside.NONE);

        Duty {
            units = List.copyOf(units);
        }

        Duty of(List<UnitId> named) {
            return new Duty(named, person, post, dueOn, measure, reasons, beside);
        }
    }

    Conclusion under(UUID other) {
        return new Conclusion(id, other, position, kind, text, open, duty, why, task);
    }

    /** The same, never to be published. */
    Conclusion inside() {
        return new Conclusion(id, item, position, kind, text, false, duty, why, task);
    }

    /** What is missing without a reason. */
    Set<Order.Gap> gaps() {
        if (kind != OutcomeKind.TASK) {
            return Set.of();
        }
        var answerable = duty.person != null || duty.post != null;
        var gaps = Order.gaps(duty.units, answerable, duty.dueOn, duty.measure, duty.reasons);
        if (duty.beside.product() == null && duty.beside.noProduct() == null) {
            gaps.add(Order.Gap.PRODUCT);
        }
        return gaps;
    }

    /** As {@link #complete}, and not vague either, unless it says why. */
    boolean settled(Rules rules) {
        return complete()
                && (kind == OutcomeKind.TASK || why != null || !rules.read(text).vague());
    }

    /** Ready for the minutes: classified, and an order with nothing missing. */
    boolean complete() {
        return kind != OutcomeKind.DRAFT && gaps().isEmpty();
    }
}
