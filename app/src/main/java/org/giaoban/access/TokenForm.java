package org.giaoban.access;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A new token as typed. */
public record TokenForm(String label, List<String> capability, String unit, String last, String password) {

    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_YEARS = 2;

    public TokenForm(
            @Nullable String label,
            @Nullable List<String> capability,
            @Nullable String unit,
            @Nullable String last,
            @Nullable String password) {
        this.label = Objects.requireNonNullElse(label, "").strip();
        this.capability = capability == null ? List.of() : List.copyOf(capability);
        this.unit = Objects.requireNonNullElse(unit, "").strip();
        this.last = Objects.requireNonNullElse(last, "").strip();
        this.password = Objects.requireNonNullElse(password, "");
    }

    /** What is wrong, by field; the password is compared elsewhere. */
    Map<String, String> errors(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            errors.put("label", Texts.text("access.tokens.label-form"));
        }
        var day = GrantForm.day(last);
        if (day == null || day.isBefore(today) || day.isAfter(today.plusYears(LONGEST_YEARS))) {
            errors.put("last", Texts.text("access.tokens.last-form"));
        }
        return errors;
    }

    LocalDate lastDay() {
        return Objects.requireNonNull(GrantForm.day(last));
    }

    Set<Capability> capabilities() {
        var chosen = EnumSet.noneOf(Capability.class);
        Arrays.stream(Capability.values())
                .filter(each -> capability.contains(each.name()))
                .forEach(chosen::add);
        return chosen;
    }
}
