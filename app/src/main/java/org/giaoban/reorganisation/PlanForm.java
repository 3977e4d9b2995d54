package org.giaoban.reorganisation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What was typed about a plan: its title, day, document and note. */
record PlanForm(
        @Nullable String title,
        @Nullable String day,
        @Nullable String document,
        @Nullable String note) {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    static PlanForm of(Terms terms) {
        return new PlanForm(terms.title(), terms.day().toString(), terms.document(), terms.note());
    }

    PlanForm tidy() {
        return new PlanForm(said(title), said(day), said(document), said(note));
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        require("title", title, errors);
        if (parsed() == null) {
            errors.put("day", Texts.text("reorganisation.form.day-wrong"));
        }
        require("document", document, errors);
        return errors;
    }

    private static void require(String field, @Nullable String typed, Map<String, String> errors) {
        if (said(typed).isEmpty()) {
            errors.put(field, Texts.text("reorganisation.form.required"));
        }
    }

    private @Nullable LocalDate parsed() {
        var typed = said(day);
        try {
            return typed.contains("/") ? LocalDate.parse(typed, TYPED) : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Only after {@link #errors} found none. */
    Terms terms() {
        return new Terms(said(title), Objects.requireNonNull(parsed()), said(document), said(note));
    }
}
