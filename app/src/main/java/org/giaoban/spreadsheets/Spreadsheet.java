package org.giaoban.spreadsheets;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workbook as it was read: its sheets by name, its named cells, and every cell that is not empty. */
public record Spreadsheet(Format format, List<String> sheets, Map<String, CellRef> names, Map<CellRef, Cell> cells) {

    /** The two formats taken. */
    public enum Format {
        XLSX,
        ODS
    }

    /** Where a name points; empty when the workbook has no such name or its cell was deleted. */
    public Optional<CellRef> named(String name) {
        return Optional.ofNullable(names.get(name));
    }

    public Cell at(CellRef ref) {
        return cells.getOrDefault(ref, Cell.EMPTY);
    }

    /** The cell behind a name, empty when there is none. */
    public Cell at(String name) {
        return named(name).map(this::at).orElse(Cell.EMPTY);
    }
}
