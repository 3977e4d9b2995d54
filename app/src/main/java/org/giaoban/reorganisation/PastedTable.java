package org.giaoban.reorganisation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Refused;

/**
 * Rows copied from a spreadsheet: old code, new code, new name, kind, parent, share. Rows with the same new code are one
 * merger; a unit in several rows without shares is divided equally among them, as an estimate.
 */
final class PastedTable {

    private static final int SHARES = 8;
    private static final int COLUMNS = 6;

    private PastedTable() {}

    /** Tells which units stand before the day. */
    record Units(Organization organization, LocalDate day) {
        boolean stands(String code) {
            return organization
                    .byCode(code)
                    .flatMap(unit -> organization.find(unit, day.minusDays(1)))
                    .isPresent();
        }
    }

    private record Row(int line, String from, Target to, String share) {}

    static List<NewEvent> read(String table, Units units) {
        var rows = new ArrayList<Row>();
        var lines = table.lines().toList();
        for (var number = 0; number < lines.size(); number++) {
            if (!lines.get(number).isBlank()) {
                rows.add(row(number + 1, lines.get(number)));
            }
        }
        if (!rows.isEmpty()
                && !units.stands(rows.getFirst().from())
                && !rows.getFirst().from().matches(".*[0-9].*")) {
            rows.removeFirst();
        }
        if (rows.isEmpty()) {
            throw new Refused("reorganisation.refused.empty-table");
        }
        rows.stream().filter(row -> !units.stands(row.from())).findFirst().ifPresent(row -> {
            throw new Refused("reorganisation.refused.row", row.line(), row.from());
        });
        return events(rows, units);
    }

    private static Row row(int number, String line) {
        var separator = line.contains("\t") ? "\t" : line.contains(";") ? ";" : ",";
        var cells = line.split(separator, -1);
        if (cells.length < 2 || cells.length > COLUMNS || cells[1].isBlank()) {
            throw new Refused("reorganisation.refused.cells", number);
        }
        var name = cell(cells, 2);
        return new Row(
                number,
                cell(cells, 0),
                Target.unit(cell(cells, 1), name, name, cell(cells, 3), cell(cells, 4)),
                cell(cells, 5).replace(',', '.'));
    }

    private static String cell(String[] cells, int column) {
        return column < cells.length ? cells[column].strip() : "";
    }

    private static List<NewEvent> events(List<Row> rows, Units units) {
        var byTarget = new LinkedHashMap<String, List<Row>>();
        var bySource = new LinkedHashMap<String, List<Row>>();
        for (var row : rows) {
            byTarget.computeIfAbsent(row.to().code(), code -> new ArrayList<>()).add(row);
            bySource.computeIfAbsent(row.from(), code -> new ArrayList<>()).add(row);
        }
        var events = new ArrayList<NewEvent>();
        byTarget.forEach((code, all) -> {
            var givers = all.stream().map(row -> giver(row, bySource)).toList();
            var within = givers.stream().anyMatch(giver -> giver.code().equals(code));
            var kind = units.stands(code) && !within ? EventKind.ABSORB : EventKind.MERGE;
            events.add(NewEvent.of(kind, givers, List.of(all.getFirst().to())));
        });
        return events;
    }

    private static Giver giver(Row row, Map<String, List<Row>> bySource) {
        var mine = bySource.getOrDefault(row.from(), List.of());
        if (row.share().isEmpty()) {
            var part = part(mine.indexOf(row), mine.size());
            return new Giver(row.from(), part, mine.size() > 1);
        }
        try {
            return new Giver(row.from(), new BigDecimal(row.share()), false);
        } catch (NumberFormatException e) {
            throw new Refused("reorganisation.refused.row-share", row.line(), row.share());
        }
    }

    /** One of so many equal shares; the last takes what rounding left, so that they add up to exactly one. */
    static BigDecimal part(int place, int of) {
        var equal = BigDecimal.ONE.divide(BigDecimal.valueOf(of), SHARES, RoundingMode.DOWN);
        var last = BigDecimal.ONE.subtract(equal.multiply(BigDecimal.valueOf(of - 1L)));
        return (place == of - 1 ? last : equal).stripTrailingZeros();
    }
}
