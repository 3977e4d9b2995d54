package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.organization.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * One version of a report form: what is asked of which kinds of units, for which periods, and by when.
 *
 * @param owed the periods it is owed for without being asked; months when nothing is said
 * @param kinds the kinds of units it is made for; every kind that reports when nothing is said
 * @param calendar the calendar its working days are counted by
 */
record Form(
        String code,
        int version,
        LocalDate from,
        @Nullable LocalDate until,
        Localised name,
        List<Period.Kind> periods,
        List<DueRule> due,
        List<Group> groups,
        Map<String, Localised> words,
        List<Section> sections,
        List<String> addressees,
        @Nullable List<Period.Kind> owed,
        @Nullable List<String> kinds,
        @Nullable WorkingCalendar calendar) {

    /**
     * Indicators that stand together under a heading.
     *
     * @param unlessBelow not asked of a unit whose units below owe a form for the period: they say it themselves
     */
    record Group(
            Localised name,
            List<String> indicators,
            @Nullable Boolean unlessBelow) {

        boolean yields() {
            return Boolean.TRUE.equals(unlessBelow);
        }
    }

    /**
     * A part to be written in words.
     *
     * @param indicator the list in the catalogue that these words are
     */
    record Section(
            String code,
            Localised name,
            Localised help,
            @Nullable String indicator) {}

    /** How many requests a return has room for. */
    static final int REQUESTS = 8;

    private static final WorkingCalendar NO_HOLIDAYS = new WorkingCalendar(Set.of());

    Form by(WorkingCalendar holidays) {
        return copy(groups, holidays);
    }

    /** As it is for a unit whose units below report themselves. */
    Form narrowed() {
        return copy(groups.stream().filter(group -> !group.yields()).toList(), calendar);
    }

    private Form copy(List<Group> asked, @Nullable WorkingCalendar holidays) {
        return new Form(
                code,
                version,
                from,
                until,
                name,
                periods,
                due,
                asked,
                words,
                sections,
                addressees,
                owed,
                kinds,
                holidays);
    }

    boolean yields() {
        return groups.stream().anyMatch(Group::yields);
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    boolean asksFor(Period period) {
        return periods.contains(period.kind()) && inForce(period.lastDay());
    }

    boolean madeFor(UnitKind kind) {
        return kinds == null || kinds.isEmpty() ? kind.reports() : kinds.contains(kind.code());
    }

    List<Period.Kind> owedKinds() {
        return owed == null ? List.of(Period.Kind.MONTH) : owed;
    }

    /** Units owe it for every such period; for the others they make it when it is asked for. */
    boolean owedFor(Period period) {
        return asksFor(period) && owedKinds().contains(period.kind());
    }

    /** The rule in force on the period's last day decides. */
    LocalDate dueOn(Period period) {
        var last = period.lastDay();
        return due.stream()
                .filter(rule -> !rule.from().isAfter(last))
                .max(Comparator.comparing(DueRule::from))
                .map(rule -> rule.after(last, calendar == null ? NO_HOLIDAYS : calendar))
                .orElse(last);
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
