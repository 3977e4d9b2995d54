package org.giaoban.meetings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.Order;
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
        @Nullable String noMeasure) {

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
                duty.reasons().noMeasure());
    }

    String value(@Nullable String field) {
        return field == null ? "" : field;
    }

    boolean chosen(UnitId unit) {
        return units != null && units.contains(unit.value());
    }

    boolean isOpen() {
        return Boolean.TRUE.equals(open);
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (value(text).isBlank() || value(text).length() > 500) {
            errors.put("text", Texts.text("meetings.error.text"));
        }
        if (!value(due).isEmpty() && date() == null) {
            errors.put("due", Texts.text("meetings.error.due"));
        }
        return errors;
    }

    Conclusion conclusion() {
        var task = outcome() == OutcomeKind.TASK;
        return new Conclusion(
                Uuid7.next(),
                item == null ? new UUID(0, 0) : item,
                0,
                outcome(),
                VietnameseText.nfc(value(text)).strip(),
                isOpen(),
                task ? duty() : Conclusion.Duty.NONE,
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
                filled(post),
                date(),
                filled(measure),
                new Order.Reasons(filled(noUnit), filled(noPerson), filled(noDate), filled(noMeasure)));
    }

    private @Nullable LocalDate date() {
        try {
            return value(due).isBlank() ? null : LocalDate.parse(value(due).strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable String filled(@Nullable String field) {
        return field == null || field.isBlank()
                ? null
                : VietnameseText.nfc(field).strip();
    }
}
