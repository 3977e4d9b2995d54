package org.giaoban.indicators;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.formulas.Mistake;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A new check as typed. */
public record CheckForm(
        @Nullable String relation,
        @Nullable String severity,
        @Nullable String from,
        @Nullable String replaces) {

    private static final int LONGEST = 300;

    /** What is wrong; {@code known} are the indicators of the day the check begins. */
    Map<String, String> errors(Map<String, String> known, OpenMonths months) {
        var errors = new LinkedHashMap<String, String>();
        var read = read();
        if (read == null) {
            errors.put("relation", unreadable());
        } else {
            var strange = CheckWords.codes(read).stream()
                    .filter(code -> !known.containsKey(code))
                    .collect(Collectors.joining(", "));
            if (!strange.isEmpty()) {
                errors.put("relation", Texts.text("indicators.check-edit.unknown", strange));
            }
        }
        if (Arrays.stream(Severity.values()).noneMatch(one -> one.name().equals(severity))) {
            errors.put("severity", Texts.text("indicators.edit.choose"));
        }
        var day = day();
        if (day == null) {
            errors.put("from", Texts.text("indicators.edit.date"));
        } else {
            months.refusal(day).ifPresent(refusal -> errors.put("from", refusal));
        }
        return errors;
    }

    /** Where a calculation is wrong, its own words say more than that it is. */
    private String unreadable() {
        try {
            CheckReader.read(written());
        } catch (Mistake mistake) {
            return mistake.text();
        } catch (IllegalArgumentException strange) {
            return Texts.text("indicators.check-edit.unreadable");
        }
        return Texts.text("indicators.check-edit.unreadable");
    }

    /** As the profile writes relations: signs people type are taken for those that are stored. */
    String written() {
        return text(relation)
                .replace("≤", "<=")
                .replace("−", "-")
                .replace("×", "*")
                .replace("÷", "/")
                .replace("’", "'")
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Nullable
    Relation read() {
        if (written().isEmpty() || written().length() > LONGEST) {
            return null;
        }
        try {
            return CheckReader.read(written());
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    @Nullable
    LocalDate day() {
        try {
            return text(from).isBlank() ? null : LocalDate.parse(text(from));
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
