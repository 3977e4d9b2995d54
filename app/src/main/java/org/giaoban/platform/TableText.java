package org.giaoban.platform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A table that comes in as text with a line of headers; comma, semicolon or tab between the cells. What goes out is {@link TableExport}. */
public final class TableText {

    /** A text of more letters is none that a person made. */
    public static final int MOST_LETTERS = 2_000_000;

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 200;

    private TableText() {}

    /** The rows by the words of the first line; empty when it is no table or a larger one than anybody keeps by hand. */
    public static Optional<List<Map<String, String>>> rows(String text) {
        if (text.length() > MOST_LETTERS) {
            return Optional.empty();
        }
        var bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        try (var parser = format(bare).parse(new StringReader(bare))) {
            if (parser.getHeaderMap().size() > MOST_COLUMNS) {
                return Optional.empty();
            }
            var rows = new ArrayList<Map<String, String>>();
            for (CSVRecord row : parser) {
                if (rows.size() == MOST_ROWS) {
                    return Optional.empty();
                }
                rows.add(row.toMap());
            }
            return Optional.of(rows);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException notATable) {
            return Optional.empty();
        }
    }

    private static CSVFormat format(String text) {
        var header = text.lines().findFirst().orElse("");
        var mark = header.contains("\t") ? '\t' : header.contains(";") ? ';' : ',';
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(mark)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setAllowMissingColumnNames(true)
                .get();
    }
}
