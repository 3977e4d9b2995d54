package org.giaoban.organization;

import java.time.LocalDate;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.jspecify.annotations.Nullable;

/** What was typed about a unit, to be founded or changed from a day. */
record UnitForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String shortName,
        @Nullable String kind,
        @Nullable String parent,
        @Nullable String from,
        @Nullable String until,
        @Nullable String basis) {

    static final int NAME = 200;
    static final int SHORT_NAME = 80;
    private static final int BASIS = 300;

    /** Typed texts are never null on the page. */
    UnitForm tidy() {
        return new UnitForm(
                tidy(code),
                tidy(name),
                tidy(shortName),
                tidy(kind),
                tidy(parent),
                tidy(from),
                tidy(until),
                tidy(basis));
    }

    /** One Unicode form and single spaces. */
    static String tidy(@Nullable String typed) {
        return typed == null ? "" : VietnameseText.nfc(typed).strip().replaceAll("\\s+", " ");
    }

    static UnitForm of(Unit unit, String parentCode, LocalDate today) {
        return new UnitForm(
                unit.code(), unit.name(), unit.shortName(), unit.kind(), parentCode, today.toString(), "", "");
    }

    Faults faults() {
        return new Faults()
                .required("name", name)
                .atMost("name", name, NAME)
                .atMost("shortName", shortName, SHORT_NAME)
                .required("kind", kind)
                .day("from", from)
                .atMost("basis", basis, BASIS);
    }

    Faults faultsOfNew() {
        var faults = faults().code("code", code);
        return tidy(until).isEmpty() ? faults : faults.day("until", until);
    }

    NewUnit toNewUnit(@Nullable UnitId above) {
        var last = tidy(until);
        var first = Faults.parse(tidy(from));
        var end = last.isEmpty() ? null : Faults.parse(last).plusDays(1);
        return new NewUnit(
                tidy(code), tidy(name), shortOrFull(), tidy(kind), above, Faults.range(first, end), tidy(basis));
    }

    UnitChange toChange(@Nullable UnitId above) {
        return new UnitChange(tidy(name), shortOrFull(), tidy(kind), above, Faults.parse(tidy(from)), tidy(basis));
    }

    private String shortOrFull() {
        var full = tidy(name);
        var typed = tidy(shortName);
        return typed.isEmpty()
                ? full.substring(0, Math.min(full.length(), SHORT_NAME)).strip()
                : typed;
    }
}
