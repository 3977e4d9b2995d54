package org.giaoban.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Refused;
import org.giaoban.reporting.ValueFile.Column;
import org.giaoban.reporting.ValueFile.Row;
import org.giaoban.spreadsheets.Cell;

/** Makes a return of the lines of a file of values, by the rules that read what people type. Remembers forms for one batch. */
final class ValueReader {

    private static final int LONGEST_NUMBER = 30;

    private final Door door;
    private final Examination examination;
    private final Map<Form, Map<Period, Map<String, Indicator>>> known = new IdentityHashMap<>();

    ValueReader(Door door, Examination examination) {
        this.door = door;
        this.examination = examination;
    }

    /** A return as the file has it. */
    record Read(long line, ReturnKey key, ReturnReading reading, String fingerprint) {}

    /** Refused as a whole when it is nobody's, or says something nobody asked for: nothing is silently dropped. */
    Read read(List<Row> rows) {
        var first = rows.getFirst();
        var key = door.find(first.cell(Column.UNIT), first.cell(Column.FORM), first.cell(Column.PERIOD))
                .filter(found -> door.mayEnter(found.unit().id()))
                .orElseThrow(() -> new Refused("reporting.import.unknown"));
        var indicators = known.computeIfAbsent(key.form(), form -> new LinkedHashMap<>())
                .computeIfAbsent(key.period(), period -> examination.indicators(key.form(), period));
        var asked = new HashSet<>(key.form().indicators());
        var values = new LinkedHashMap<String, Entry>();
        var problems = new ArrayList<Problem>();
        for (var row : rows) {
            var code = row.cell(Column.INDICATOR);
            var indicator = indicators.get(code);
            if (indicator == null || !asked.remove(code)) {
                throw new Refused(
                        values.containsKey(code) ? "reporting.values.twice" : "reporting.values.not-asked", code);
            }
            var reading = LineReader.read(indicator, line(row));
            problems.addAll(reading.problems());
            if (reading.entry() != null) {
                values.put(code, reading.entry());
            }
        }
        var content = new Content(values, Map.of(), List.of());
        return new Read(first.number(), key, new ReturnReading(content, List.copyOf(problems)), content.fingerprint());
    }

    private static Line line(Row row) {
        return new Line(
                number(row.cell(Column.VALUE)),
                mark(row.cell(Column.MARK)),
                number(row.cell(Column.NUMERATOR)),
                number(row.cell(Column.DENOMINATOR)),
                Cell.text(row.cell(Column.REASON)),
                null);
    }

    /** The mark's name as the API has it, or its word. */
    private static Cell mark(String written) {
        if (written.isBlank()) {
            return Cell.EMPTY;
        }
        for (var mark : Mark.values()) {
            if (mark.name().equals(written.toUpperCase(Locale.ROOT))) {
                return Cell.text(mark.word());
            }
        }
        return Cell.text(written);
    }

    /** A plain number with a point; anything else is read as typed. */
    private static Cell number(String written) {
        if (written.isEmpty()) {
            return Cell.EMPTY;
        }
        return plain(written) ? Cell.number(new BigDecimal(written)) : Cell.text(written);
    }

    private static boolean plain(String written) {
        var digits = 0;
        var points = 0;
        for (var at = 0; at < written.length(); at++) {
            var c = written.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (c != '-' || at > 0) {
                return false;
            }
        }
        return digits > 0 && points <= 1 && written.length() <= LONGEST_NUMBER;
    }
}
