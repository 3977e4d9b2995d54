package org.giaoban.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What was typed about a person; {@code version} is the one the form was opened with. */
record PersonForm(
        @Nullable String code,
        @Nullable String fullName,
        @Nullable String gender,
        @Nullable String birthYear,
        @Nullable String nativePlace,
        @Nullable String keeper,
        @Nullable Integer version) {

    private static final String CODE = "[A-Z0-9][A-Z0-9._-]{0,31}";
    private static final int NAME = 120;
    private static final int PLACE = 200;
    private static final int EARLIEST = 1900;

    /** @param keeper the unit that keeps the file, as the field shows it */
    static PersonForm of(Person person, String keeper) {
        return new PersonForm(
                person.code(),
                person.fullName(),
                person.gender().name(),
                person.birthYear() == null ? "" : String.valueOf(person.birthYear()),
                person.nativePlace(),
                keeper,
                person.version());
    }

    PersonForm tidy() {
        return new PersonForm(
                tidy(code), tidy(fullName), tidy(gender), tidy(birthYear), tidy(nativePlace), tidy(keeper), version);
    }

    static String tidy(@Nullable String typed) {
        return typed == null ? "" : People.tidy(typed);
    }

    /** What is wrong, by field; {@code kept} says whether the unit named may keep the file. */
    Map<String, String> faults(int thisYear, boolean kept) {
        var faults = new LinkedHashMap<String, String>();
        var name = tidy(fullName);
        if (name.length() < 2 || name.length() > NAME) {
            faults.put("fullName", Texts.text("people.fault.name"));
        }
        if (!tidy(birthYear).isEmpty() && !plausible(thisYear)) {
            faults.put("birthYear", Texts.text("people.fault.birth-year", String.valueOf(thisYear)));
        }
        if (tidy(nativePlace).length() > PLACE) {
            faults.put("nativePlace", Texts.text("people.fault.too-long", PLACE));
        }
        if (!kept) {
            faults.put("keeper", Texts.text("people.fault.keeper"));
        }
        return faults;
    }

    Map<String, String> faultsOfNew(int thisYear, boolean kept) {
        var faults = new LinkedHashMap<String, String>();
        if (!tidy(code).matches(CODE)) {
            faults.put("code", Texts.text("people.fault.code"));
        }
        faults.putAll(faults(thisYear, kept));
        return faults;
    }

    private boolean plausible(int thisYear) {
        var typed = tidy(birthYear);
        return typed.matches("\\d{4}") && Integer.parseInt(typed) >= EARLIEST && Integer.parseInt(typed) <= thisYear;
    }

    NewPerson toNewPerson(UnitId unit) {
        return new NewPerson(tidy(code), tidy(fullName), genderOrUnknown(), year(), unit, tidy(nativePlace));
    }

    Person over(Person before, UnitId unit) {
        return new Person(
                before.id(),
                before.code(),
                tidy(fullName),
                genderOrUnknown(),
                year(),
                tidy(nativePlace),
                unit,
                version == null ? 0 : version);
    }

    private Gender genderOrUnknown() {
        for (var known : Gender.values()) {
            if (known.name().equals(tidy(gender))) {
                return known;
            }
        }
        return Gender.UNKNOWN;
    }

    private @Nullable Integer year() {
        return tidy(birthYear).isEmpty() ? null : Integer.valueOf(tidy(birthYear));
    }
}
