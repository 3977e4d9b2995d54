package org.giaoban.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The column a list is sorted by, as its address says it: {@code due}, or {@code -due} for the other way round. */
public record Sorting(String column, boolean descending) {

    /** What the address asks for when the list knows the column, otherwise the usual order. */
    public static Sorting of(@Nullable String asked, String usual, List<String> columns) {
        var code = asked != null && columns.contains(bare(asked)) ? asked : usual;
        return new Sorting(bare(code), code.startsWith("-"));
    }

    private static String bare(String code) {
        return code.startsWith("-") ? code.substring(1) : code;
    }

    public String code() {
        return (descending ? "-" : "") + column;
    }

    /** What the head of a column asks for: that column, or the other way round when it is the one already. */
    public String turned(String head) {
        return column.equals(head) && !descending ? "-" + head : head;
    }

    /** How the head of a column says its order to those who listen. */
    public @Nullable String spoken(String head) {
        return !column.equals(head) ? null : descending ? "descending" : "ascending";
    }
}
