package org.giaoban.organization;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.ProfileTables.Names;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A kind of unit or a post as typed; {@code kinds} are the kinds above a kind, or the kinds that have the post. */
public record ProfileForm(
        @Nullable String code,
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable String inTitle,
        @Nullable String category,
        @Nullable Boolean flag,
        @Nullable List<String> kinds,
        @Nullable String from,
        @Nullable String last,
        @Nullable String source) {

    private static final int LONGEST = 120;

    static String text(@Nullable String typed) {
        return typed == null ? "" : VietnameseText.nfc(typed).strip();
    }

    List<String> chosen() {
        return Objects.requireNonNullElse(kinds, List.of());
    }

    boolean ticked() {
        return Boolean.TRUE.equals(flag);
    }

    Names names() {
        return new Names(text(nameVi), text(nameEn), text(inTitle));
    }

    @Nullable
    LocalDate start() {
        return day(from);
    }

    @Nullable
    LocalDate until() {
        var day = day(last);
        return day == null ? null : day.plusDays(1);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return text(typed).isEmpty() ? null : LocalDate.parse(text(typed));
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** What is wrong with something new. */
    Map<String, String> errorsOfNew() {
        var errors = new LinkedHashMap<String, String>();
        if (!text(code).matches("[A-Z][A-Z0-9_]{1,39}")) {
            errors.put("code", Texts.text("organization.kinds.code-wrong"));
        }
        errors.putAll(errors());
        if (start() == null) {
            errors.put("from", Texts.text("organization.kinds.day-missing"));
        }
        return errors;
    }

    /** What is wrong with a kind that is there already; another kind to stand under needs a first day. */
    Map<String, String> errorsOfKind() {
        var errors = errors();
        if (!chosen().isEmpty() && start() == null) {
            errors.put("from", Texts.text("organization.kinds.day-missing"));
        }
        return errors;
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        named(errors, "nameVi", nameVi);
        named(errors, "nameEn", nameEn);
        named(errors, "inTitle", inTitle);
        if (!text(last).isEmpty() && until() == null) {
            errors.put("last", Texts.text("organization.kinds.day-missing"));
        }
        return errors;
    }

    private static void named(Map<String, String> errors, String field, @Nullable String typed) {
        if (text(typed).isEmpty() || text(typed).length() > LONGEST) {
            errors.put(field, Texts.text("organization.kinds.name-wrong", LONGEST));
        }
    }
}
