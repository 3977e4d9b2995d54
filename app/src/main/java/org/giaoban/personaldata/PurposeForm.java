package org.giaoban.personaldata;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A purpose as typed, to hold from a day on. */
public record PurposeForm(
        String code,
        String from,
        String name,
        String nameEn,
        String basis,
        String law,
        String kinds,
        String recipients,
        String retention,
        String sensitive) {

    static final PurposeForm EMPTY = new PurposeForm("", "", "", "", "", "", "", "", "", "");

    private static final int SHORT = 200;
    private static final int LONG = 500;

    public PurposeForm(
            @Nullable String code,
            @Nullable String from,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String basis,
            @Nullable String law,
            @Nullable String kinds,
            @Nullable String recipients,
            @Nullable String retention,
            @Nullable String sensitive) {
        this.code = text(code);
        this.from = text(from);
        this.name = text(name);
        this.nameEn = text(nameEn);
        this.basis = text(basis);
        this.law = text(law);
        this.kinds = text(kinds);
        this.recipients = text(recipients);
        this.retention = text(retention);
        this.sensitive = text(sensitive);
    }

    static PurposeForm of(Purpose one, LocalDate from) {
        return new PurposeForm(
                one.code(),
                from.toString(),
                one.name().vietnamese(),
                one.name().english(),
                one.ground().basis().name(),
                one.ground().law(),
                one.scope().kinds(),
                one.scope().recipients(),
                one.scope().retention(),
                one.scope().sensitive() ? "true" : "");
    }

    /** The past stays as it was: a version begins today or later. */
    Map<String, String> faults(LocalDate today) {
        var faults = new LinkedHashMap<String, String>();
        if (!code.matches("[a-z][a-z-]{1,30}")) {
            faults.put("code", Texts.text("personaldata.purpose.fault.code"));
        }
        var day = day();
        if (day == null || day.isBefore(today)) {
            faults.put("from", Texts.text("personaldata.purpose.fault.from"));
        }
        demand(faults, "name", name, SHORT);
        demand(faults, "nameEn", nameEn, SHORT);
        if (Arrays.stream(Purpose.Basis.values()).noneMatch(one -> one.name().equals(basis))) {
            faults.put("basis", Texts.text("personaldata.request.choose"));
        }
        demand(faults, "law", law, LONG);
        demand(faults, "kinds", kinds, LONG);
        demand(faults, "recipients", recipients, LONG);
        demand(faults, "retention", retention, LONG);
        return faults;
    }

    Purpose purpose(int place) {
        return new Purpose(
                code,
                LocalDate.parse(from),
                place,
                new Purpose.Name(name, nameEn),
                new Purpose.Ground(Purpose.Basis.valueOf(basis), law),
                new Purpose.Scope(kinds, recipients, retention, sensitive.equals("true")));
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static void demand(Map<String, String> faults, String field, String value, int longest) {
        if (value.isEmpty() || value.length() > longest || value.indexOf('\0') >= 0) {
            faults.put(field, Texts.text("personaldata.fault.body", longest));
        }
    }

    private static String text(@Nullable String typed) {
        return VietnameseText.nfc(Objects.requireNonNullElse(typed, "")).strip();
    }
}
