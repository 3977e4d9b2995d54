package org.giaoban.meetings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.Order;
import org.giaoban.tasks.Typed;
import org.jspecify.annotations.Nullable;

/** A conclusion as typed. */
record ConclusionForm(
        @Nullable UUID item,
        @Nullable String kind,
        @Nullable String text,
        @Nullable Boolean open,
        @Nullable List<UUID> units,
        @Nullable String person,
        @Nullable String post,
        @Nullable String due,
        @Nullable String measure,
        @Nullable String noUnit,
        @Nullable String noPerson,
        @Nullable String noDate,
        @Nullable String noMeasure,
        @Nullable String product,
        @Nullable String noProduct,
        @Nullable List<UUID> helping,
        @Nullable String supervising,
        @Nullable String why) {

    private static final int LONGEST = 500;
    private static final int LONGEST_REASON = 300;

    static ConclusionForm of(Conclusion known) {
        var duty = known.duty();
        return new ConclusionForm(
                known.item(),
                known.kind().name(),
                known.text(),
                known.open(),
                duty.units().stream().map(UnitId::value).toList(),
                duty.person() == null ? "" : duty.person().toString(),
                duty.post(),
                duty.dueOn() == null ? "" : duty.dueOn().toString(),
                duty.measure(),
                duty.reasons().noUnit(),
                duty.reasons().noPerson(),
                duty.reasons().noDate(),
                duty.reasons().noMeasure(),
                duty.beside().product(),
                duty.beside().noProduct(),
                duty.beside().helping().stream().map(UnitId::value).toList(),
                duty.beside().supervising() == null
                        ? ""
                        : duty.beside().supervising().toString(),
                known.why());
    }

    ConclusionForm as(OutcomeKind other) {
        return new ConclusionForm(
                item,
                other.name(),
                text,
                open,
                units,
                person,
                post,
                due,
                measure,
                noUnit,
                noPerson,
                noDate,
                noMeasure,
                product,
                noProduct,
                helping,
                supervising,
                why);
    }

    String value(@Nullable String field) {
        return field == null ? "" : field;
    }

    Set<UnitId> chosen() {
        return units == null ? Set.of() : units.stream().map(UnitId::new).collect(Collectors.toSet());
    }

    Set<UnitId> helpers() {
        return helping == null ? Set.of() : helping.stream().map(UnitId::new).collect(Collectors.toSet());
    }

    boolean blankOr(@Nullable String field, Set<String> offered) {
        return value(field).isBlank() || offered.contains(value(field));
    }

    /** The fields of the duty as typed. */
    Map<String, String> typed() {
        return Map.of(
                "post", value(post),
                "person", value(person),
                "due", value(due),
                "measure", value(measure),
                "noUnit", value(noUnit),
                "noPerson", value(noPerson),
                "noDate", value(noDate),
                "noMeasure", value(noMeasure));
    }

    /** The fields of product and leader as typed. */
    Map<String, String> besideTyped() {
        return Map.of(
                "product", value(product),
                "noProduct", value(noProduct),
                "supervising", value(supervising));
    }

    Set<String> helpingCodes() {
        return helping == null ? Set.of() : helping.stream().map(UUID::toString).collect(Collectors.toSet());
    }

    boolean isOpen() {
        return Boolean.TRUE.equals(open);
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (value(text).isBlank() || value(text).length() > LONGEST) {
            errors.put("text", Texts.text("meetings.error.text"));
        }
        if (!value(due).isEmpty() && Typed.day(due) == null) {
            errors.put("due", Texts.text("meetings.error.due"));
        }
        if (value(why).length() > LONGEST_REASON) {
            errors.put("why", Texts.text("meetings.error.why"));
        }
        if (value(product).strip().length() > LONGEST) {
            errors.put("product", Texts.text("meetings.error.long", LONGEST));
        }
        if (value(noProduct).strip().length() > LONGEST_REASON) {
            errors.put("noProduct", Texts.text("meetings.error.long", LONGEST_REASON));
        }
        return errors;
    }

    Conclusion conclusion() {
        return new Conclusion(
                Uuid7.next(),
                item == null ? new UUID(0, 0) : item,
                0,
                outcome(),
                VietnameseText.nfc(value(text)).strip(),
                isOpen(),
                duty(),
                outcome() == OutcomeKind.TASK ? null : Typed.words(why),
                null);
    }

    OutcomeKind outcome() {
        for (var one : OutcomeKind.values()) {
            if (one.name().equals(kind)) {
                return one;
            }
        }
        return OutcomeKind.DRAFT;
    }

    private Conclusion.Duty duty() {
        return new Conclusion.Duty(
                units == null
                        ? List.of()
                        : units.stream().distinct().map(UnitId::new).toList(),
                PlanForm.uuid(person).map(PersonId::new).orElse(null),
                Typed.words(post),
                Typed.day(due),
                Typed.words(measure),
                new Order.Reasons(
                        Typed.words(noUnit), Typed.words(noPerson), Typed.words(noDate), Typed.words(noMeasure)),
                beside());
    }

    private Beside beside() {
        return new Beside(
                Typed.words(product),
                Typed.words(noProduct),
                helping == null
                        ? List.of()
                        : helping.stream().distinct().map(UnitId::new).toList(),
                PlanForm.uuid(supervising).map(PersonId::new).orElse(null));
    }
}
