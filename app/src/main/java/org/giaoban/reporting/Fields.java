package org.giaoban.reporting;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.spreadsheets.Cell;
import org.jspecify.annotations.Nullable;

/** The fields of the screen form as typed: v.TC10 value, m. mark, n. numerator, d. denominator, r. reason, s. section, k./a. requests. */
record Fields(Map<String, String> typed) {

    /** How the place of a value begins that was taken from a count of the system. */
    private static final String SYSTEM = "system:";

    private static final int MOST = 2_000;
    private static final int LONGEST = 20_000;
    private static final Pattern KNOWN = Pattern.compile("[vmndrska]\\.[A-Za-z0-9_-]{1,40}");

    /** Only the fields of the form, cut to what any of them may hold. */
    static Fields of(Map<String, String> parameters) {
        var typed = new HashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (typed.size() < MOST && known(name) && !value.isBlank()) {
                typed.put(name, value.length() <= LONGEST ? value : value.substring(0, LONGEST));
            }
        });
        return new Fields(Map.copyOf(typed));
    }

    /** Whether the form has such a field. */
    static boolean known(String name) {
        return KNOWN.matcher(name).matches();
    }

    /** As a saved version would be typed. */
    static Fields of(Content content) {
        var typed = new HashMap<String, String>();
        content.values().forEach((code, entry) -> {
            switch (entry.figure()) {
                case Figure.Missing missing ->
                    typed.put("m." + code, Mark.of(missing.absence()).name());
                case Figure.Present present -> {
                    put(typed, code, present);
                    if (entry.place() != null && entry.place().startsWith(SYSTEM)) {
                        typed.put(
                                "p." + code,
                                entry.place().substring(SYSTEM.length()) + " " + CellText.of(new Fields(typed), code));
                    }
                }
            }
            if (entry.reason() != null) {
                typed.put("r." + code, entry.reason());
            }
        });
        content.texts().forEach((section, body) -> typed.put("s." + section, body));
        for (int row = 1; row <= content.requests().size(); row++) {
            typed.put("k." + row, content.requests().get(row - 1).text());
            typed.put("a." + row, content.requests().get(row - 1).addressee());
        }
        return new Fields(typed);
    }

    private static void put(Map<String, String> typed, String code, Figure.Present present) {
        var mark = Mark.of(present.qualifier());
        if (mark != Mark.EXACT) {
            typed.put("m." + code, mark.name());
        }
        if (present.numerator() != null && present.denominator() != null) {
            typed.put("n." + code, VietnameseNumber.format(present.numerator(), 6));
            typed.put("d." + code, VietnameseNumber.format(present.denominator(), 6));
        } else {
            typed.put("v." + code, VietnameseNumber.format(present.value(), 6));
        }
    }

    String get(String name) {
        return typed.getOrDefault(name, "");
    }

    /** The cells of one indicator, as if they stood in a workbook. */
    Line line(String code) {
        return new Line(
                cell("v." + code),
                Cell.text(mark(code)),
                cell("n." + code),
                cell("d." + code),
                cell("r." + code),
                source(code));
    }

    /** The count of the system a value was taken from, as a value's place says it; null when somebody typed it or changed it. */
    @Nullable
    String source(String code) {
        String counted = get("p." + code);
        int space = counted.indexOf(' ');
        boolean still = space > 0 && counted.substring(space + 1).equals(CellText.of(this, code));
        return still ? SYSTEM + counted.substring(0, space) : null;
    }

    private Cell cell(String name) {
        return Cell.text(get(name));
    }

    /** The select sends the mark's name; a paste from a workbook brings its word. */
    String mark(String code) {
        String typedMark = get("m." + code);
        var known = byName(typedMark);
        return known == null ? typedMark : known.word();
    }

    private static @Nullable Mark byName(String name) {
        for (var mark : Mark.values()) {
            if (mark.name().equals(name)) {
                return mark;
            }
        }
        return null;
    }
}
