package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.giaoban.reporting.FormDraft.TypedGroup;
import org.springframework.util.MultiValueMap;

/** Reads a version of a form from a request: what is sent empty is emptied, what is left out stays as it stands. */
final class FormReader {

    private static final String ADD = "add.";

    private final MultiValueMap<String, String> typed;
    private final FormDraft standing;

    private FormReader(MultiValueMap<String, String> typed, FormDraft standing) {
        this.typed = typed;
        this.standing = standing;
    }

    static FormDraft read(MultiValueMap<String, String> typed, FormDraft standing) {
        return new FormReader(typed, standing).draft();
    }

    private FormDraft draft() {
        return new FormDraft(
                text("nameVi", standing.nameVi()),
                text("nameEn", standing.nameEn()),
                text("from", ""),
                text("rule", standing.rule()),
                text("number", standing.number()),
                text("months", standing.months()),
                ticked("kinds", standing.kinds()),
                new FormPeriods(
                        ticked("periods", standing.asked().periods()),
                        ticked("owed", standing.asked().owed())),
                sent("codes.") ? groups() : standing.groups(),
                sent("svi.") ? sections() : standing.sections(),
                new TypedWords(
                        text("addressees", standing.words().addressees()),
                        text("words", standing.words().words())),
                added());
    }

    private String text(String name, String otherwise) {
        return Objects.requireNonNullElse(typed.getFirst(name), otherwise).strip();
    }

    private String text(String name) {
        return text(name, "");
    }

    /** The screen sends an empty value beside the boxes, so that none of them ticked is not nothing said. */
    private List<String> ticked(String name, List<String> otherwise) {
        var sent = typed.get(name);
        return sent == null
                ? otherwise
                : sent.stream().filter(value -> !value.isBlank()).toList();
    }

    private boolean sent(String prefix) {
        return typed.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    private List<TypedGroup> groups() {
        return IntStream.rangeClosed(1, FormDraft.GROUPS)
                .mapToObj(this::group)
                .filter(group -> !group.empty())
                .toList();
    }

    private TypedGroup group(int row) {
        var there = named(standing.groups(), TypedGroup::vi, text("vi." + row), TypedGroup.EMPTY);
        return new TypedGroup(
                text("place." + row),
                text("vi." + row),
                text("en." + row, there.en()),
                text("codes." + row),
                !ticked("below." + row, there.unlessBelow() ? List.of("on") : List.of())
                        .isEmpty());
    }

    /** The rows that have a name; a part whose name was emptied is gone. */
    private List<TypedSection> sections() {
        var sections = new ArrayList<TypedSection>();
        for (var row = 1; row <= FormDraft.SECTIONS; row++) {
            if (!text("svi." + row).isEmpty()) {
                sections.add(section(row));
            }
        }
        return sections;
    }

    private TypedSection section(int row) {
        var there = named(standing.sections(), TypedSection::code, text("scode." + row), TypedSection.EMPTY);
        return new TypedSection(
                text("splace." + row),
                text("scode." + row),
                text("svi." + row),
                text("sen." + row, there.en()),
                text("shelp." + row, there.helpVi()),
                text("shelpen." + row, there.helpEn()),
                text("slist." + row, there.indicator()));
    }

    private static <T> T named(List<T> all, Function<T, String> name, String wanted, T none) {
        return all.stream()
                .filter(one -> !wanted.isEmpty() && name.apply(one).equals(wanted))
                .findFirst()
                .orElse(none);
    }

    private Map<String, String> added() {
        var added = new LinkedHashMap<String, String>();
        typed.keySet().stream()
                .filter(name -> name.startsWith(ADD) && !text(name).isEmpty())
                .forEach(name -> added.put(name.substring(ADD.length()), text(name)));
        return added;
    }
}
