package org.giaoban.membership;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.giaoban.platform.Refused;
import org.giaoban.platform.TableText;
import org.giaoban.spreadsheets.Cell;
import org.giaoban.spreadsheets.SpreadsheetReader;
import org.giaoban.spreadsheets.UnreadableSpreadsheet;

/** The rows of a file by the words of its first line. */
final class RosterFile {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/yyyy");
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    /** The last day of the year 9999, as spreadsheets count. */
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(2_958_466);

    private RosterFile() {}

    static List<Map<String, String>> read(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K' ? workbook(bytes) : csv(bytes);
    }

    private static List<Map<String, String>> csv(byte[] bytes) {
        return TableText.rows(new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new Refused("membership.import.unreadable"));
    }

    private static List<Map<String, String>> workbook(byte[] bytes) {
        try {
            var book = SpreadsheetReader.read(bytes);
            var rows = new TreeMap<Integer, Map<Integer, String>>();
            var first = book.sheets().getFirst();
            book.cells().forEach((at, cell) -> {
                if (at.sheet().equals(first)) {
                    rows.computeIfAbsent(at.row(), row -> new TreeMap<>()).put(at.column(), text(cell));
                }
            });
            return named(rows);
        } catch (UnreadableSpreadsheet unreadable) {
            throw new Refused("membership.import.unreadable");
        }
    }

    private static List<Map<String, String>> named(TreeMap<Integer, Map<Integer, String>> rows) {
        var all = new ArrayList<Map<String, String>>();
        var first = rows.pollFirstEntry();
        if (first == null) {
            return all;
        }
        var heads = first.getValue();
        for (var row : rows.values()) {
            var named = new LinkedHashMap<String, String>();
            heads.forEach((column, head) -> named.put(head, row.getOrDefault(column, "")));
            all.add(named);
        }
        return all;
    }

    private static String text(Cell cell) {
        var number = cell.number();
        return cell.kind() == Cell.Kind.DATE && number != null && number.abs().compareTo(FARTHEST) < 0
                ? EPOCH.plusDays(number.longValue()).toString()
                : cell.text();
    }

    /** A day as offices write it or as programs do, always as programs do. */
    static String day(String written) {
        try {
            return written.contains("/") ? LocalDate.parse(written, TYPED).toString() : written;
        } catch (DateTimeParseException notADay) {
            return written;
        }
    }
}
