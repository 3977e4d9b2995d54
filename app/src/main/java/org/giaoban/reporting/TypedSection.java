package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.giaoban.kernel.VietnameseText;

/**
 * A part to be written in words, as typed.
 *
 * @param code what the texts of returns are kept by; empty for a new part
 * @param indicator the list of the catalogue these words are, or empty
 */
record TypedSection(String place, String code, String vi, String en, String helpVi, String helpEn, String indicator) {

    static final TypedSection EMPTY = new TypedSection("", "", "", "", "", "", "");

    static List<TypedSection> of(Form form) {
        return IntStream.range(0, form.sections().size())
                .mapToObj(row -> of(form.sections().get(row), row + 1))
                .toList();
    }

    private static TypedSection of(Form.Section section, int place) {
        return new TypedSection(
                String.valueOf(place),
                section.code(),
                section.name().vi(),
                section.name().en(),
                section.help().vi(),
                section.help().en(),
                Objects.requireNonNullElse(section.indicator(), ""));
    }

    boolean empty() {
        return vi.isBlank();
    }

    /** In the order of their places, each with a code of its own. */
    static List<TypedSection> settled(List<TypedSection> sections) {
        var taken = new HashSet<String>();
        sections.forEach(section -> taken.add(section.code()));
        var settled = new ArrayList<TypedSection>();
        sections.stream()
                .sorted(Comparator.comparingInt(TypedSection::order))
                .forEach(section -> settled.add(section.settled(settled.size() + 1, taken)));
        return settled;
    }

    private int order() {
        var number = FormDraft.whole(place);
        return number == null ? FormDraft.SECTIONS : number;
    }

    private TypedSection settled(int at, HashSet<String> taken) {
        var word = code;
        if (word.isEmpty()) {
            var base = VietnameseText.fold(vi).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            word = base.substring(0, Math.min(base.length(), 40));
            for (var more = 2; !taken.add(word); more++) {
                word = base + "-" + more;
            }
        }
        return new TypedSection(String.valueOf(at), word, vi, en, helpVi, helpEn, indicator);
    }

    static List<Map<String, Object>> definitions(List<TypedSection> sections) {
        return sections.stream().map(TypedSection::definition).toList();
    }

    private Map<String, Object> definition() {
        var definition = new LinkedHashMap<String, Object>();
        definition.put("code", code);
        definition.put("name", FormDraft.names(vi, en));
        definition.put("help", FormDraft.names(helpVi, helpEn));
        if (!indicator.isEmpty()) {
            definition.put("indicator", indicator);
        }
        return definition;
    }
}
