package org.giaoban.platform;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the form in which the database takes in many at once. */
public final class CopyRows {

    /** Rows are kept in pieces: one array that grows would be copied each time, and is too large for the collector to like. */
    private static final int PIECE = 1 << 16;

    private static final int ASCII = 0x80;
    private static final byte[] NULL = {'\\', 'N'};
    private static final byte[] NULL_IN_LIST = {'N', 'U', 'L', 'L'};

    private final String table;
    private final List<InputStream> full = new ArrayList<>();
    private byte[] bytes = new byte[PIECE];
    private int size;
    private boolean begun;
    private int rows;

    /** A table with the columns that every row gives, as SQL writes them: {@code schema.table (one, two)}. */
    public CopyRows(String table) {
        this.table = table;
    }

    public CopyRows add(@Nullable Object value) {
        if (begun) {
            put('\t');
        }
        begun = true;
        switch (value) {
            case null -> put(NULL);
            case String said -> escaped(said);
            case byte[] raw -> hexadecimal(raw);
            case Object[] many -> list(many);
            default -> escaped(value.toString());
        }
        return this;
    }

    public void end() {
        put('\n');
        begun = false;
        rows++;
    }

    public int rows() {
        return rows;
    }

    String command() {
        return "copy " + table + " from stdin";
    }

    InputStream bytes() {
        var all = new ArrayList<>(full);
        all.add(new ByteArrayInputStream(bytes, 0, size));
        return new SequenceInputStream(Collections.enumeration(all));
    }

    private void list(@Nullable Object[] many) {
        put('{');
        for (var at = 0; at < many.length; at++) {
            if (at > 0) {
                put(',');
            }
            switch (many[at]) {
                case null -> put(NULL_IN_LIST);
                case String said -> quoted(said);
                case BigDecimal number -> escaped(number.toPlainString());
                case Number number -> escaped(number.toString());
                default -> throw new IllegalArgumentException("not in a list: " + many[at]);
            }
        }
        put('}');
    }

    /** In a list every text stands in quotation marks; the backslash before one of them is doubled by the row. */
    private void quoted(String said) {
        put('"');
        escaped(said.indexOf('"') < 0 && said.indexOf('\\') < 0 ? said : said.replaceAll("[\\\\\"]", "\\\\$0"));
        put('"');
    }

    private void escaped(String said) {
        for (var at = 0; at < said.length(); at++) {
            var c = said.charAt(at);
            switch (c) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> {
                    if (c >= ASCII) {
                        foreign(said, at);
                        return;
                    }
                    put(c);
                }
            }
        }
    }

    /** The rest of a text from its first letter on that takes more than one byte. */
    private void foreign(String said, int from) {
        for (var each : said.substring(from).getBytes(StandardCharsets.UTF_8)) {
            switch (each) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> put(each);
            }
        }
    }

    private void escaped(char letter) {
        put('\\');
        put(letter);
    }

    private void hexadecimal(byte[] raw) {
        put('\\');
        put('\\');
        put('x');
        put(HexFormat.of().formatHex(raw).getBytes(StandardCharsets.ISO_8859_1));
    }

    private void put(int one) {
        if (size == bytes.length) {
            full.add(new ByteArrayInputStream(bytes));
            bytes = new byte[PIECE];
            size = 0;
        }
        bytes[size++] = (byte) one;
    }

    private void put(byte[] more) {
        for (var one : more) {
            put(one);
        }
    }
}
