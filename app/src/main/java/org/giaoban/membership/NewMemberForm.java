package org.giaoban.membership;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.membership.Member.Arrival;
import org.giaoban.people.Gender;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What was typed about somebody who comes onto a roster, on the form or as a row of a file. */
record NewMemberForm(
        @Nullable String personCode,
        @Nullable String name,
        @Nullable String gender,
        @Nullable String birthYear,
        @Nullable String state,
        @Nullable String from,
        @Nullable String admittedOn,
        @Nullable String arrived) {

    static final NewMemberForm EMPTY = new NewMemberForm("", "", "", "", "OFFICIAL", "", "", "");

    private static final int EARLIEST = 1900;

    /** What is wrong, by field. */
    Map<String, String> faults(Map<String, String> states, LocalDate today) {
        var faults = new LinkedHashMap<String, String>();
        if (!MemberForm.tidy(personCode).matches("[A-Z0-9][A-Z0-9._-]{0,31}")) {
            faults.put("personCode", Texts.text("membership.fault.code"));
        }
        if (MemberForm.tidy(name).length() < 2 || MemberForm.tidy(name).length() > 120) {
            faults.put("name", Texts.text("membership.fault.text", 120));
        }
        if (!MemberForm.tidy(birthYear).isEmpty() && year(today) == null) {
            faults.put("birthYear", Texts.text("membership.fault.year"));
        }
        if (!states.containsKey(MemberForm.tidy(state))) {
            faults.put("state", Texts.text("membership.fault.choose"));
        }
        if (MemberForm.day(from).isEmpty()) {
            faults.put("from", Texts.text("membership.fault.day"));
        }
        if (!MemberForm.tidy(admittedOn).isEmpty() && MemberForm.day(admittedOn).isEmpty()) {
            faults.put("admittedOn", Texts.text("membership.fault.day"));
        }
        return faults;
    }

    NewMember member(LocalDate today) {
        return new NewMember(
                MemberForm.tidy(personCode),
                VietnameseText.nfc(MemberForm.tidy(name)).replaceAll("\\s+", " "),
                Arrays.stream(Gender.values())
                        .filter(one -> one.name().equals(MemberForm.tidy(gender)))
                        .findFirst()
                        .orElse(Gender.UNKNOWN),
                year(today),
                MemberForm.tidy(state),
                MemberForm.day(from).orElseThrow(),
                MemberForm.day(admittedOn).orElse(null),
                "ADMITTED".equals(MemberForm.tidy(arrived)) ? Arrival.ADMITTED : Arrival.LISTED);
    }

    private @Nullable Integer year(LocalDate today) {
        var typed = MemberForm.tidy(birthYear);
        if (!typed.matches("\\d{4}")) {
            return null;
        }
        var year = Integer.parseInt(typed);
        return year >= EARLIEST && year <= today.getYear() ? Integer.valueOf(year) : null;
    }
}
