package org.giaoban.reporting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A delegation as typed: codes of units, and dates of which the last belongs to it. */
public record DelegationForm(String level, String login, List<String> units, String from, String last) {

    public DelegationForm(
            @Nullable String level,
            @Nullable String login,
            @Nullable List<String> units,
            @Nullable String from,
            @Nullable String last) {
        this.level = Objects.requireNonNullElse(level, "").strip();
        this.login = Objects.requireNonNullElse(login, "").strip();
        this.units = units == null ? List.of() : List.copyOf(units);
        this.from = Objects.requireNonNullElse(from, "").strip();
        this.last = Objects.requireNonNullElse(last, "").strip();
    }

    static DelegationForm blank(String level, LocalDate today) {
        return new DelegationForm(level, "", List.of(), today.toString(), "");
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (units.isEmpty()) {
            errors.put("units", Texts.text("reporting.delegation.no-units"));
        }
        var begins = day(from);
        var ends = day(last);
        if (begins == null) {
            errors.put("from", Texts.text("reporting.delegation.no-date"));
        }
        if (ends == null) {
            errors.put("last", Texts.text("reporting.delegation.no-date"));
        } else if (begins != null && ends.isBefore(begins)) {
            errors.put("last", Texts.text("reporting.delegation.order"));
        }
        return errors;
    }

    DateRange dates() {
        return new DateRange(
                Objects.requireNonNull(day(from)),
                Objects.requireNonNull(day(last)).plusDays(1));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
