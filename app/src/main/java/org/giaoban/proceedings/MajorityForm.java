package org.giaoban.proceedings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.giaoban.proceedings.Majority.Base;
import org.jspecify.annotations.Nullable;

/** A version of a rule of majority as typed, with the numbers it is tried on. */
record MajorityForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String base,
        @Nullable String share,
        @Nullable String strict,
        @Nullable String source,
        @Nullable String from,
        @Nullable String entitled,
        @Nullable String present) {

    private static final int MOST_PEOPLE = 9_999;

    static MajorityForm of(@Nullable Majority known, LocalDate from) {
        if (known == null) {
            return new MajorityForm("", "", "", Base.ENTITLED.name(), "1/2", "true", "", from.toString(), "23", "20");
        }
        return new MajorityForm(
                known.code(),
                known.names().vietnamese(),
                known.names().english(),
                known.base().name(),
                known.share().numerator() + "/" + known.share().denominator(),
                String.valueOf(known.share().strict()),
                known.source(),
                from.toString(),
                "23",
                "20");
    }

    static String value(@Nullable String field) {
        return field == null ? "" : VietnameseText.nfc(field).strip();
    }

    Map<String, String> errors(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        demand(errors, "code", value(code).matches("[A-Z0-9][A-Z0-9-]{1,29}"));
        demand(errors, "name", length(name, 200));
        demand(errors, "nameEn", value(nameEn).length() <= 200);
        demand(errors, "share", fraction().isPresent());
        demand(errors, "source", length(source, 300));
        demand(errors, "from", day().filter(today::isBefore).isPresent());
        return errors;
    }

    private static boolean length(@Nullable String field, int most) {
        return !value(field).isEmpty() && value(field).length() <= most;
    }

    private static void demand(Map<String, String> errors, String field, boolean right) {
        if (!right) {
            errors.put(field, Texts.text("proceedings.majority.error." + field));
        }
    }

    private Optional<Fraction> fraction() {
        if (!value(share).matches("[1-9]\\d?/[1-9]\\d?")) {
            return Optional.empty();
        }
        var parts = value(share).split("/");
        var part = new Fraction(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), "true".equals(strict));
        var reachable = part.strict() ? part.numerator() < part.denominator() : part.numerator() <= part.denominator();
        return reachable ? Optional.of(part) : Optional.empty();
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(value(from)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Of a form without errors. */
    Majority rule() {
        var english = value(nameEn);
        return new Majority(
                value(code),
                day().orElseThrow(),
                null,
                new Majority.Names(value(name), english.isEmpty() ? value(name) : english),
                Stream.of(Base.values())
                        .filter(one -> one.name().equals(base))
                        .findFirst()
                        .orElse(Base.ENTITLED),
                fraction().orElseThrow(),
                value(source));
    }

    int entitledNumber() {
        return number(entitled);
    }

    int presentNumber() {
        return Math.min(number(present), number(entitled));
    }

    private static int number(@Nullable String field) {
        return value(field).matches("\\d{1,4}") ? Math.min(Integer.parseInt(value(field)), MOST_PEOPLE) : 0;
    }
}
