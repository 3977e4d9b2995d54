package org.giaoban.platform;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Rows in the form in which the database takes in many at once. */
public final class CopyRows {

    private final String table;
    private final StringBuilder text = new StringBuilder();
    private boolean begun;
    private int rows;

    /** A table with the columns that every row gives, as SQL writes them: {@code schema.table (one, two)}. */
    public CopyRows(String table) {
        this.table = table;
    }

    public CopyRows add(@Nullable Object value) {
        if (begun) {
            text.append('\t');
        }
        begun = true;
        switch (value) {
            case null -> text.append("\\N");
            case String said -> escaped(said);
            case byte[] bytes -> hexadecimal(bytes);
            default -> text.append(value);
        }
        return this;
    }

    public void end() {
        text.append('\n');
        begun = false;
        rows++;
    }

    public int rows() {
        return rows;
    }

    String command() {
        return "copy " + table + " from stdin";
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escaped(String said) {
        for (var at = 0; at < said.length(); at++) {
            var c = said.charAt(at);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private void hexadecimal(byte[] bytes) {
        text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
    }
}
