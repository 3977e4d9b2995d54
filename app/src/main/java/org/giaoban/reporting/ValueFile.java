package org.giaoban.reporting;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** A file of values (.csv, .csv.gz), read line by line: the lines of one return stand together. */
final class ValueFile implements AutoCloseable {

    /** The first three say whose return it is. */
    enum Column {
        UNIT,
        FORM,
        PERIOD,
        INDICATOR,
        VALUE,
        MARK,
        NUMERATOR,
        DENOMINATOR,
        REASON;

        private final String written = name().toLowerCase(Locale.ROOT);
    }

    private static final List<String> COLUMNS =
            Arrays.stream(Column.values()).map(column -> column.written).toList();
    private static final int NEEDED = 5;
    private static final int KEY = 3;
    private static final int BUFFER = 1 << 16;
    private static final int MOST_LINES = 1_000;

    private final BufferedReader reader;
    private final int[] places;
    private final int[] columnAt;
    private String key = "";
    private String[] keyCells = {};
    private long number;
    private @Nullable Row ahead;

    /** One line: the columns in the order of {@link #COLUMNS}, empty where the file has none. */
    record Row(long number, String[] cells) {

        String cell(Column column) {
            return cells[column.ordinal()];
        }

        boolean sameReturn(Row other) {
            return Arrays.equals(cells, 0, KEY, other.cells, 0, KEY);
        }
    }

    static boolean named(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    ValueFile(Path file) {
        try {
            var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            var packed = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            reader = new BufferedReader(
                    new InputStreamReader(packed ? new GZIPInputStream(in, BUFFER) : in, StandardCharsets.UTF_8),
                    BUFFER);
            places = places(line());
            columnAt = columnAt(places);
            ahead = read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] places(@Nullable String header) {
        Map<String, Integer> named = new HashMap<>();
        var names = header == null
                ? List.<String>of()
                : CsvLine.cells(header.startsWith("\uFEFF") ? header.substring(1) : header);
        for (var at = 0; at < names.size(); at++) {
            named.put(names.get(at).strip(), at);
        }
        var missing = COLUMNS.subList(0, NEEDED).stream()
                .filter(column -> !named.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused("reporting.values.header", String.join(", ", missing));
        }
        return COLUMNS.stream()
                .mapToInt(column -> named.getOrDefault(column, -1))
                .toArray();
    }

    /** The column that stands at each place of a line, or -1. */
    private static int[] columnAt(int[] places) {
        var columnAt = new int[1 + Arrays.stream(places).max().orElse(0)];
        Arrays.fill(columnAt, -1);
        for (var column = 0; column < places.length; column++) {
            if (places[column] >= 0) {
                columnAt[places[column]] = column;
            }
        }
        return columnAt;
    }

    /** The lines of the next return; empty at the end of the file. */
    Optional<List<Row>> next() {
        var first = ahead;
        if (first == null) {
            return Optional.empty();
        }
        var rows = new ArrayList<Row>();
        for (var row = first; row != null && row.sameReturn(first); row = ahead) {
            if (rows.size() == MOST_LINES) {
                throw new Refused("reporting.values.long", String.valueOf(first.number()));
            }
            rows.add(row);
            ahead = read();
        }
        return Optional.of(rows);
    }

    private @Nullable Row read() {
        var line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        return new Row(number, sameKey(line) ? beside(key, line) : first(line));
    }

    /** Lines of one return begin alike, so that only what follows is taken apart. */
    private boolean sameKey(String line) {
        return !key.isEmpty() && line.startsWith(key) && line.indexOf('"', key.length()) < 0;
    }

    private String[] beside(String start, String line) {
        var cells = keyCells.clone();
        var at = start.length();
        for (var place = KEY; at <= line.length(); place++) {
            var comma = line.indexOf(',', at);
            var end = comma < 0 ? line.length() : comma;
            if (place < columnAt.length && columnAt[place] >= 0) {
                cells[columnAt[place]] = line.substring(at, end);
            }
            at = end + 1;
        }
        return cells;
    }

    private String[] first(String line) {
        var cells = inPlace(CsvLine.cells(line));
        var start = cells[0] + ',' + cells[1] + ',' + cells[2] + ',';
        key = line.startsWith(start) && places[0] == 0 && places[1] == 1 && places[2] == 2 ? start : "";
        keyCells = cells.clone();
        Arrays.fill(keyCells, KEY, keyCells.length, "");
        return cells;
    }

    private String[] inPlace(List<String> found) {
        var cells = new String[COLUMNS.size()];
        for (var column = 0; column < cells.length; column++) {
            var place = places[column];
            cells[column] = place >= 0 && place < found.size() ? found.get(place) : "";
        }
        return cells;
    }

    private @Nullable String line() {
        try {
            number++;
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
