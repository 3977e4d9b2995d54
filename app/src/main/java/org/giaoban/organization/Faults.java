package org.giaoban.organization;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What is wrong in a form, by field, in words for the user; the first fault of a field counts. */
final class Faults {

    private static final String CODE = "[A-Z0-9][A-Z0-9._-]{0,31}";
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** Rules of the tree speak of one field each. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("organization.unit.code-taken", "code"),
            Map.entry("organization.unit.ends-before-start", "until"),
            Map.entry("organization.unit.not-then", "from"),
            Map.entry("organization.unit.loop", "parent"),
            Map.entry("organization.unit.kind-not-then", "kind"),
            Map.entry("organization.unit.needs-parent", "parent"),
            Map.entry("organization.unit.parent-not-then", "from"),
            Map.entry("organization.unit.parent-ends-sooner", "parent"),
            Map.entry("organization.unit.kind-not-there", "kind"),
            Map.entry("organization.unit.top-needs-right", "parent"),
            Map.entry("organization.mandate.taken", "post"),
            Map.entry("organization.mandate.no-unit-then", "from"),
            Map.entry("organization.mandate.ends-before-start", "until"),
            Map.entry("organization.mandate.unit-ends-sooner", "until"),
            Map.entry("organization.mandate.no-such-post", "post"),
            Map.entry("organization.mandate.ended-already", "until"));

    private final Map<String, String> byField = new LinkedHashMap<>();

    Map<String, String> byField() {
        return byField;
    }

    boolean none() {
        return byField.isEmpty();
    }

    Faults add(String field, String text) {
        byField.putIfAbsent(field, text);
        return this;
    }

    Faults add(Refused refused) {
        return add(FIELDS.getOrDefault(refused.key(), "name"), refused.text());
    }

    Faults required(String field, @Nullable String typed) {
        return UnitForm.tidy(typed).isEmpty() ? add(field, Texts.text("organization.fault.required")) : this;
    }

    Faults atMost(String field, @Nullable String typed, int length) {
        return UnitForm.tidy(typed).length() > length
                ? add(field, Texts.text("organization.fault.too-long", length))
                : this;
    }

    Faults code(String field, @Nullable String typed) {
        required(field, typed);
        return UnitForm.tidy(typed).matches(CODE) ? this : add(field, Texts.text("organization.fault.code"));
    }

    Faults day(String field, @Nullable String typed) {
        required(field, typed);
        try {
            parse(UnitForm.tidy(typed));
            return this;
        } catch (DateTimeParseException e) {
            return add(field, Texts.text("organization.fault.day"));
        }
    }

    /** A day as browsers send it or as people write it. */
    static LocalDate parse(String typed) {
        return typed.contains("/") ? LocalDate.parse(typed, TYPED) : LocalDate.parse(typed);
    }

    /** A range that says "ends before it starts" by being empty, so that the rule can answer in words. */
    static DateRange range(LocalDate from, @Nullable LocalDate until) {
        return new DateRange(from, until != null && until.isBefore(from) ? from : until);
    }
}
