package org.giaoban.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Looks for texts where a thief would: in the files of the tables, and in a copy of every row. */
final class Needles {

    private static final int HEAD = Long.BYTES;

    /** By the first eight bytes; most places of a file are passed over with one look into a table of bits. */
    private final Map<Long, List<Form>> byHead = new HashMap<>();

    private final BitSet heads = new BitSet(1 << 16);

    private record Form(String text, byte[] bytes) {}

    /** Each also as bytes are written out in hexadecimal; nothing shorter than eight bytes. */
    Needles(Collection<String> texts) {
        for (var text : texts) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            add(new Form(text, bytes));
            add(new Form(text, HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private void add(Form form) {
        var head = ByteBuffer.wrap(form.bytes()).getLong();
        byHead.computeIfAbsent(head, none -> new ArrayList<>()).add(form);
        heads.set(bit(head));
    }

    private static int bit(long head) {
        return (int) ((head * 0x9E3779B97F4A7C15L) >>> 48);
    }

    /** What was found, with the file it lay in. */
    Map<String, String> inFiles(Path folder) throws IOException {
        var found = new LinkedHashMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> in(bytes(file)).forEach(text -> found.put(text, file.toString())));
        }
        return found;
    }

    /** What was found in a copy of all tables, with the table it stood in. */
    Map<String, String> inRows(Connection connection) throws SQLException, IOException {
        var found = new LinkedHashMap<String, String>();
        for (var table : tables(connection)) {
            var copy = new ByteArrayOutputStream();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", copy);
            in(copy.toByteArray()).forEach(text -> found.put(text, table));
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select oid::regclass::text from pg_class where relkind = 'r'"
                                + " and relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema)')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private List<String> in(byte[] hay) {
        var found = new LinkedHashSet<String>();
        var head = 0L;
        for (var end = 0; end < hay.length; end++) {
            head = head << Byte.SIZE | hay[end] & 0xff;
            if (end >= HEAD - 1 && heads.get(bit(head))) {
                for (var form : byHead.getOrDefault(head, List.of())) {
                    if (stands(form.bytes(), hay, end - HEAD + 1)) {
                        found.add(form.text());
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean stands(byte[] form, byte[] hay, int from) {
        return from + form.length <= hay.length && Arrays.equals(form, 0, form.length, hay, from, from + form.length);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
