package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.Typing.Change;
import org.giaoban.spreadsheets.Cell;
import org.giaoban.spreadsheets.CellRef;
import org.giaoban.spreadsheets.Spreadsheet;

/** What a filled workbook of the grid says, by its keys: cells that differ from what stood there, and what is wrong with it. */
record GridFile(Map<String, List<Change>> changes, Set<String> columns, List<String> problems) {

    private static final int DECIMALS = 6;

    /** The keys of one sheet: rows by unit, columns by indicator. */
    private record Keys(CellRef corner, Map<String, Integer> rows, Map<String, Integer> columns, Set<String> twice) {

        static Keys of(Spreadsheet book, CellRef corner) {
            var rows = new LinkedHashMap<String, Integer>();
            var columns = new LinkedHashMap<String, Integer>();
            var twice = new HashSet<String>();
            book.cells().forEach((at, cell) -> {
                if (!at.sheet().equals(corner.sheet()) || at.equals(corner)) {
                    return;
                }
                String key = cell.text().strip();
                if (at.column() == corner.column() && at.row() > corner.row() && rows.put(key, at.row()) != null) {
                    twice.add(key);
                }
                if (at.row() == corner.row()
                        && at.column() > corner.column()
                        && columns.put(key, at.column()) != null) {
                    twice.add(key);
                }
            });
            return new Keys(corner, rows, columns, twice);
        }

        CellRef at(String unit, int column) {
            return new CellRef(corner.sheet(), rows.getOrDefault(unit, -1), column);
        }

        CellRef at(String unit, String indicator) {
            return at(unit, columns.getOrDefault(indicator, -1));
        }

        CellRef name(String unit) {
            return at(unit, corner.column() + 1);
        }
    }

    /** Empty where the keys are gone. */
    static java.util.Optional<GridFile> read(Spreadsheet book) {
        var now = book.named(GridWorkbook.KEYS);
        var was = book.named(GridWorkbook.WAS);
        return now.isEmpty() || was.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(read(book, Keys.of(book, now.get()), Keys.of(book, was.get())));
    }

    private static GridFile read(Spreadsheet book, Keys now, Keys was) {
        var problems = new ArrayList<String>();
        var changes = new LinkedHashMap<String, List<Change>>();
        now.twice().forEach(key -> problems.add(Texts.text("reporting.gridbook.twice", key)));
        was.columns().keySet().stream()
                .filter(code -> !now.columns().containsKey(code))
                .forEach(code -> problems.add(Texts.text("reporting.gridbook.no-column", code)));
        was.rows().keySet().stream()
                .filter(unit -> !now.rows().containsKey(unit))
                .forEach(unit -> problems.add(Texts.text("reporting.gridbook.no-row", name(book, was, unit))));
        for (String unit : now.rows().keySet()) {
            if (now.twice().contains(unit)) {
                continue;
            }
            if (was.rows().containsKey(unit) && !name(book, now, unit).equals(name(book, was, unit))) {
                problems.add(Texts.text("reporting.gridbook.other-name", name(book, now, unit), name(book, was, unit)));
                continue;
            }
            changes.put(unit, changes(book, now, was, unit));
        }
        return new GridFile(changes, now.columns().keySet(), List.copyOf(problems));
    }

    private static String name(Spreadsheet book, Keys keys, String unit) {
        return VietnameseText.nfc(book.at(keys.name(unit)).text()).strip();
    }

    private static List<Change> changes(Spreadsheet book, Keys now, Keys was, String unit) {
        var changes = new ArrayList<Change>();
        for (String code : now.columns().keySet()) {
            String before = CellText.plain(text(book.at(was.at(unit, code))));
            String is = CellText.plain(text(book.at(now.at(unit, code))));
            if (!now.twice().contains(code) && !is.equals(before)) {
                changes.add(new Change(code, before, is));
            }
        }
        return changes;
    }

    /** As it would be typed on the screen; a day stays as it is written, and is refused there like any other text. */
    private static String text(Cell cell) {
        var number = cell.number();
        return switch (cell.kind()) {
            case NUMBER, PERCENT -> number == null ? "" : VietnameseNumber.format(number, DECIMALS);
            case EMPTY, TEXT, DATE, ERROR -> WorkbookReader.plain(cell.text());
        };
    }

    /** How many cells it changes. */
    int size() {
        return changes.values().stream().mapToInt(List::size).sum();
    }

    /** Only what these units say, and only of these indicators. */
    Map<String, List<Change>> of(Set<String> units, Set<String> indicators) {
        var kept = new HashMap<String, List<Change>>();
        changes.forEach((unit, all) -> {
            var asked = all.stream()
                    .filter(change -> indicators.contains(change.place()))
                    .toList();
            if (units.contains(unit) && !asked.isEmpty()) {
                kept.put(unit, asked);
            }
        });
        return kept;
    }
}
