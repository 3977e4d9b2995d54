package org.giaoban.organization;

import org.giaoban.kernel.DateRange;
import org.jspecify.annotations.Nullable;

/** What was typed about who takes up a post; {@code chosen} is the id picked when several persons matched. */
record MandateForm(
        @Nullable String person,
        @Nullable String chosen,
        @Nullable String post,
        @Nullable String method,
        @Nullable String from,
        @Nullable String until,
        @Nullable String decision) {

    private static final int DECISION = 120;

    MandateForm tidy() {
        return new MandateForm(
                UnitForm.tidy(person),
                UnitForm.tidy(chosen),
                UnitForm.tidy(post),
                UnitForm.tidy(method),
                UnitForm.tidy(from),
                UnitForm.tidy(until),
                UnitForm.tidy(decision));
    }

    Faults faults() {
        var faults = new Faults()
                .required("person", person)
                .required("post", post)
                .required("method", method)
                .day("from", from)
                .atMost("decision", decision, DECISION);
        return UnitForm.tidy(until).isEmpty() ? faults : faults.day("until", until);
    }

    DateRange valid() {
        var last = UnitForm.tidy(until);
        return Faults.range(
                Faults.parse(UnitForm.tidy(from)),
                last.isEmpty() ? null : Faults.parse(last).plusDays(1));
    }
}
