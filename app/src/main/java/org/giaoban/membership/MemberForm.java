package org.giaoban.membership;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What was typed about a member; each act of the record reads its own fields. */
record MemberForm(
        @Nullable String state,
        @Nullable String decision,
        @Nullable String kind,
        @Nullable String place,
        @Nullable String reason,
        @Nullable String to,
        @Nullable String left,
        @Nullable String from,
        @Nullable String until,
        @Nullable Integer version) {

    static final MemberForm EMPTY = new MemberForm("", "", "", "", "", "", "", "", "", 0);

    private static final int PLACE = 200;
    private static final int REASON = 300;
    private static final int DECISION = 120;

    static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.of(LocalDate.parse(tidy(typed)));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    int known() {
        return version == null ? 0 : version;
    }

    LocalDate begins() {
        return day(from).orElseThrow();
    }

    Map<String, String> stateFaults(Map<String, ?> states) {
        var faults = dayFault();
        if (!states.containsKey(tidy(state))) {
            faults.put("state", Texts.text("membership.fault.choose"));
        }
        if (tidy(decision).length() > DECISION) {
            faults.put("decision", Texts.text("membership.fault.long", DECISION));
        }
        return faults;
    }

    Map<String, String> awayFaults(Map<String, ?> kinds) {
        var faults = dayFault();
        if (!kinds.containsKey(tidy(kind))) {
            faults.put("kind", Texts.text("membership.fault.choose"));
        }
        text(faults, "place", tidy(place), PLACE);
        text(faults, "reason", tidy(reason), REASON);
        var end = day(until);
        if (!tidy(until).isEmpty()
                && (end.isEmpty()
                        || day(from).filter(start -> start.isAfter(end.get())).isPresent())) {
            faults.put("until", Texts.text("membership.fault.until"));
        }
        return faults;
    }

    private static void text(Map<String, String> faults, String field, String typed, int longest) {
        if (typed.isEmpty() || typed.length() > longest) {
            faults.put(field, Texts.text("membership.fault.text", longest));
        }
    }

    Map<String, String> dayFault() {
        var faults = new LinkedHashMap<String, String>();
        if (day(from).isEmpty()) {
            faults.put("from", Texts.text("membership.fault.day"));
        }
        return faults;
    }

    Member.Standing standing() {
        return new Member.Standing(Uuid7.next(), tidy(state), DateRange.from(begins()), tidy(decision));
    }

    Member.Absence absence() {
        var range = day(until).map(last -> DateRange.ofDays(begins(), last)).orElseGet(() -> DateRange.from(begins()));
        return new Member.Absence(Uuid7.next(), tidy(kind), tidy(place), tidy(reason), range);
    }
}
