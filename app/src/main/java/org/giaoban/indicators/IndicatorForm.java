package org.giaoban.indicators;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.giaoban.indicators.Indicator.Direction;
import org.giaoban.indicators.Indicator.Rule;
import org.giaoban.indicators.Indicator.Wording;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A new version of an indicator as typed: words, direction, decimals. The arithmetic stays, or the past could not be compared. */
public record IndicatorForm(
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable String unitVi,
        @Nullable String unitEn,
        @Nullable String definitionVi,
        @Nullable String definitionEn,
        @Nullable String direction,
        @Nullable String decimals,
        @Nullable String from) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DEFINITION = 2000;

    static IndicatorForm of(Indicator line, LocalDate from) {
        var words = line.wording();
        return new IndicatorForm(
                words.nameVi(),
                words.nameEn(),
                words.unitVi(),
                words.unitEn(),
                words.definitionVi(),
                words.definitionEn(),
                line.direction().name(),
                String.valueOf(line.decimals()),
                from.toString());
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        named(errors, "nameVi", nameVi);
        named(errors, "nameEn", nameEn);
        if (text(definitionVi).length() > LONGEST_DEFINITION
                || text(definitionEn).length() > LONGEST_DEFINITION) {
            errors.put("definitionVi", Texts.text("indicators.edit.long", LONGEST_DEFINITION));
        }
        if (!Words.directionNames().containsKey(text(direction))) {
            errors.put("direction", Texts.text("indicators.edit.choose"));
        }
        if (!text(decimals).matches("[0-4]")) {
            errors.put("decimals", Texts.text("indicators.edit.decimals"));
        }
        if (date() == null) {
            errors.put("from", Texts.text("indicators.edit.date"));
        }
        return errors;
    }

    private static void named(Map<String, String> errors, String field, @Nullable String value) {
        if (text(value).isEmpty()) {
            errors.put(field, Texts.text("indicators.edit.name"));
        } else if (text(value).length() > LONGEST_NAME) {
            errors.put(field, Texts.text("indicators.edit.long", LONGEST_NAME));
        }
    }

    /** The first day of the new version; only asked for when there are no errors. */
    LocalDate start() {
        return Objects.requireNonNull(date());
    }

    private @Nullable LocalDate date() {
        try {
            return LocalDate.parse(text(from));
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    Indicator on(Indicator line) {
        var rule = line.rule();
        return new Indicator(
                line.id(),
                line.code(),
                line.group(),
                new Wording(
                        text(nameVi), text(nameEn), text(unitVi), text(unitEn), text(definitionVi), text(definitionEn)),
                new Rule(
                        rule.type(),
                        rule.overUnits(),
                        rule.overTime(),
                        Direction.valueOf(text(direction)),
                        Integer.parseInt(text(decimals)),
                        rule.numerator(),
                        rule.denominator()),
                line.schedule(),
                line.edition());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : VietnameseText.nfc(value).strip();
    }
}
