package org.giaoban.reporting;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a form offers besides its questions, as typed, one a line.
 *
 * @param addressees of whom something may be asked
 * @param words the short word for an indicator inside a sum, as in {@code TC17: kết nạp / admitted}
 */
record TypedWords(String addressees, String words) {

    static final TypedWords NONE = new TypedWords("", "");

    private static final Pattern LINE = Pattern.compile("([^:]*):(.*?)(?:\\s/\\s(.*))?");
    private static final int LONGEST = 200;
    private static final int MOST = 100;

    static TypedWords of(Form form) {
        return new TypedWords(
                String.join("\n", form.addressees()),
                form.words().entrySet().stream()
                        .map(word -> word.getKey() + ": " + word.getValue().vi() + " / "
                                + word.getValue().en())
                        .collect(joining("\n")));
    }

    List<String> addressed() {
        return lines(addressees).stream().distinct().toList();
    }

    private static List<String> lines(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Whether every addressee can be written into a cell of the workbook. */
    boolean sound() {
        return addressed().size() <= MOST && addressed().stream().allMatch(one -> one.length() <= LONGEST);
    }

    /** The lines of the words that name no indicator of these or one that was named before, or say no word for it. */
    List<String> wrong(Set<String> codes) {
        var named = new HashSet<String>();
        return lines(words).stream()
                .filter(line -> !codes.contains(part(line, 0))
                        || !named.add(part(line, 0))
                        || part(line, 1).isEmpty()
                        || line.length() > LONGEST)
                .toList();
    }

    /** The code, the word and the English word; a unit of measure like km/h stays one word. */
    private static String part(String line, int at) {
        var parts = LINE.matcher(line);
        return parts.matches()
                ? Objects.requireNonNullElse(parts.group(at + 1), "").strip()
                : "";
    }

    /** By indicator, in both languages. */
    Map<String, Map<String, String>> definitions() {
        var definitions = new LinkedHashMap<String, Map<String, String>>();
        lines(words).forEach(line -> definitions.put(part(line, 0), FormDraft.names(part(line, 1), part(line, 2))));
        return definitions;
    }
}
