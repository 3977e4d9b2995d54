package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.jspecify.annotations.Nullable;

/** One version of a report form: what is asked, for which periods, and by when. */
record Form(
        String code,
        int version,
        LocalDate from,
        @Nullable LocalDate until,
        Localised name,
        List<Period.Kind> periods,
        List<Due> due,
        int answerDays,
        List<Group> groups,
        Map<String, Localised> words,
        List<Section> sections,
        List<String> addressees,
        @Nullable List<Period.Kind> owed) {

    /** From a day on, returns are due so many days after the period's last day. */
    record Due(LocalDate from, int days) {}

    /** Indicators that stand together under a heading. */
    record Group(Localised name, List<String> indicators) {}

    /** A part to be written in words. */
    record Section(String code, Localised name, Localised help) {}

    /** How many requests a return has room for. */
    static final int REQUESTS = 8;

    boolean asksFor(Period period) {
        var day = period.lastDay();
        return periods.contains(period.kind()) && !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Units owe it for every such period; for the others they make it when it is asked for. */
    boolean owedFor(Period period) {
        return asksFor(period) && (owed == null ? period.kind() == Period.Kind.MONTH : owed.contains(period.kind()));
    }

    /** The rule in force on the period's last day decides. */
    LocalDate dueOn(Period period) {
        var last = period.lastDay();
        int days = due.stream()
                .filter(rule -> !rule.from().isAfter(last))
                .max(Comparator.comparing(Due::from))
                .map(Due::days)
                .orElse(0);
        return last.plusDays(days);
    }

    List<String> indicators() {
        return groups.stream().flatMap(group -> group.indicators().stream()).toList();
    }

    Optional<Section> section(String code) {
        return sections.stream().filter(section -> section.code().equals(code)).findFirst();
    }

    /** The short word for an indicator inside a sum, such as "kết nạp". */
    Optional<String> word(String indicator) {
        return Optional.ofNullable(words.get(indicator)).map(Localised::text);
    }
}
