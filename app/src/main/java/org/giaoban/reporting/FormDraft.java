package org.giaoban.reporting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A new version of a form as somebody types it: groups with the codes of their indicators, in the order of their places. */
record FormDraft(
        String nameVi,
        String nameEn,
        String from,
        String rule,
        String number,
        String months,
        List<String> kinds,
        FormPeriods asked,
        List<TypedGroup> groups,
        List<TypedSection> sections,
        TypedWords words,
        Map<String, String> added) {

    /** Room for so many groups. */
    static final int GROUPS = 12;

    /** Room for so many parts in words. */
    static final int SECTIONS = 8;

    /** What stands before a form is made. */
    static final FormDraft NOTHING = new FormDraft(
            "",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            new FormPeriods(List.of(), List.of()),
            List.of(),
            List.of(),
            TypedWords.NONE,
            Map.of());

    /** A group as typed. */
    record TypedGroup(String place, String vi, String en, String codes, boolean unlessBelow) {

        static final TypedGroup EMPTY = new TypedGroup("", "", "", "", false);

        boolean empty() {
            return codes.isBlank() && vi.isBlank();
        }

        List<String> list() {
            return Arrays.stream(codes.split("[\\s,;]+"))
                    .filter(code -> !code.isBlank())
                    .toList();
        }

        private TypedGroup with(List<String> more) {
            return more.isEmpty()
                    ? this
                    : new TypedGroup(place, vi, en, (codes + " " + String.join(" ", more)).strip(), unlessBelow);
        }
    }

    static FormDraft blank(LocalDate from) {
        return new FormDraft(
                "",
                "",
                from.toString(),
                "workingDays",
                "5",
                "0",
                List.of(),
                FormPeriods.MONTHLY,
                List.of(),
                List.of(),
                TypedWords.NONE,
                Map.of());
    }

    static FormDraft of(Form form, LocalDate from) {
        var due = form.due().getLast();
        var groups = new ArrayList<TypedGroup>();
        for (var group : form.groups()) {
            groups.add(new TypedGroup(
                    String.valueOf(groups.size() + 1),
                    group.name().vi(),
                    group.name().en(),
                    String.join(" ", group.indicators()),
                    group.yields()));
        }
        return new FormDraft(
                form.name().vi(),
                form.name().en(),
                from.toString(),
                due.workingDays() != null ? "workingDays" : due.day() != null ? "day" : "days",
                number(due),
                String.valueOf(Objects.requireNonNullElse(due.monthsAfter(), 0)),
                form.kinds() == null ? List.of() : form.kinds(),
                FormPeriods.of(form),
                groups,
                TypedSection.of(form),
                TypedWords.of(form),
                Map.of());
    }

    private static String number(DueRule due) {
        var number = due.workingDays() != null ? due.workingDays() : due.day() != null ? due.day() : due.days();
        return String.valueOf(Objects.requireNonNullElse(number, 0));
    }

    /** What was picked from the catalogue stands in its group, and the groups in the order of their places. */
    FormDraft settled() {
        var picked = IntStream.range(0, groups.size())
                .mapToObj(row -> groups.get(row).with(pickedFor(groups.get(row))))
                .sorted(Comparator.comparingInt(FormDraft::place))
                .toList();
        var renumbered = IntStream.range(0, picked.size())
                .mapToObj(row -> new TypedGroup(
                        String.valueOf(row + 1),
                        picked.get(row).vi(),
                        picked.get(row).en(),
                        picked.get(row).codes(),
                        picked.get(row).unlessBelow()))
                .toList();
        return new FormDraft(
                nameVi,
                nameEn,
                from,
                rule,
                number,
                months,
                kinds,
                asked,
                renumbered,
                TypedSection.settled(sections),
                words,
                Map.of());
    }

    private List<String> pickedFor(TypedGroup group) {
        return added.entrySet().stream()
                .filter(pick -> pick.getValue().equals(group.place()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int place(TypedGroup group) {
        var place = whole(group.place());
        return place == null ? GROUPS : place;
    }

    List<String> codes() {
        return groups.stream().flatMap(group -> group.list().stream()).toList();
    }

    /** The rows of the screen: the groups and empty ones after them. */
    List<TypedGroup> rows() {
        var rows = new ArrayList<>(groups);
        while (rows.size() < GROUPS) {
            rows.add(TypedGroup.EMPTY);
        }
        return rows;
    }

    /** The parts in words and empty rows after them. */
    List<TypedSection> sectionRows() {
        var rows = new ArrayList<>(sections);
        while (rows.size() < SECTIONS) {
            rows.add(TypedSection.EMPTY);
        }
        return rows;
    }

    static @Nullable Integer whole(String text) {
        return text.matches("-?\\d{1,3}") ? Integer.valueOf(text) : null;
    }

    @Nullable
    LocalDate day() {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The definition of the form with what was typed in the place of what it said. */
    Map<String, Object> over(Map<String, Object> before, int version) {
        var definition = new LinkedHashMap<>(before);
        definition.put("version", version);
        definition.put("from", from);
        definition.remove("until");
        definition.put("name", names(nameVi, nameEn));
        if (kinds.isEmpty()) {
            definition.remove("kinds");
        } else {
            definition.put("kinds", kinds);
        }
        definition.put("periods", asked.periods());
        definition.put("owed", asked.owed());
        definition.put("due", List.of(due()));
        definition.put("addressees", words.addressed());
        definition.put("words", words.definitions());
        definition.put("sections", TypedSection.definitions(sections));
        definition.put(
                "groups",
                groups.stream()
                        .map(group -> Map.of(
                                "name",
                                names(group.vi(), group.en()),
                                "indicators",
                                group.list(),
                                "unlessBelow",
                                group.unlessBelow()))
                        .toList());
        return definition;
    }

    static Map<String, String> names(String vi, String en) {
        return Map.of("vi", vi, "en", en.isBlank() ? vi : en);
    }

    private Map<String, Object> due() {
        var due = new LinkedHashMap<String, Object>();
        due.put("from", from);
        due.put(rule, Objects.requireNonNullElse(whole(number), 0));
        if (rule.equals("day")) {
            due.put("monthsAfter", Objects.requireNonNullElse(whole(months), 0));
        }
        return due;
    }
}
