package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.GridReader.Asked;
import org.giaoban.reporting.Typing.Change;
import org.giaoban.reporting.UnitGrid.Query;
import org.giaoban.spreadsheets.Spreadsheet;
import org.giaoban.spreadsheets.SpreadsheetReader;
import org.giaoban.spreadsheets.UnreadableSpreadsheet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds a filled workbook of the grid against what stands in the returns now, cell by cell; changes nothing. */
@Service
@Transactional(readOnly = true)
class GridUpload {

    private final UnitGrid grid;
    private final Examination examination;

    GridUpload(UnitGrid grid, Examination examination) {
        this.grid = grid;
        this.examination = examination;
    }

    /** One cell that the file says otherwise: what stood there when it was downloaded, what stands there now, what is to stand there. */
    record Cell(GridRow row, Change change, String now, State state) {

        String unit() {
            return row.key().unit().code();
        }
    }

    /** Taken as it is, or somebody else wrote something there, or its return is sent already. */
    enum State {
        NEW,
        CLASH,
        CLOSED
    }

    /** Everything the page shows; findings are what the checks would say afterwards, by the unit's name. */
    record Preview(Asked asked, List<Cell> cells, Map<String, List<String>> findings, List<String> problems) {}

    Preview preview(Query query, byte[] bytes) {
        var asked = grid.asked(query);
        var file = file(asked, bytes);
        var problems = new ArrayList<>(file.problems());
        var keys = grid.known(asked, file.changes().keySet());
        file.changes().keySet().stream()
                .filter(unit -> !keys.containsKey(unit))
                .forEach(unit -> problems.add(Texts.text("reporting.gridbook.foreign", unit)));
        file.columns().stream()
                .filter(code -> !asked.indicators().containsKey(code))
                .forEach(code -> problems.add(Texts.text("reporting.gridbook.not-asked", code)));
        var changes = file.of(keys.keySet(), asked.indicators().keySet());
        var rows = grid.rows(
                asked,
                changes.keySet().stream()
                        .map(keys::get)
                        .filter(Objects::nonNull)
                        .toList());
        var cells = rows.values().stream()
                .flatMap(row -> changes.getOrDefault(row.key().unit().code(), List.of()).stream()
                        .filter(change -> row.key().form().indicators().contains(change.place()))
                        .map(change -> cell(row, change)))
                .filter(cell -> !cell.now().equals(cell.change().is()))
                .toList();
        return new Preview(asked, cells, findings(asked, cells), List.copyOf(problems));
    }

    private static Cell cell(GridRow row, Change change) {
        String now = CellText.plain(CellText.of(row.fields(), change.place()));
        var state = !row.open()
                ? State.CLOSED
                : now.equals(Objects.requireNonNullElse(change.was(), "")) ? State.NEW : State.CLASH;
        return new Cell(row, change, now, state);
    }

    private static GridFile file(Asked asked, byte[] bytes) {
        try {
            var book = SpreadsheetReader.read(bytes);
            of(asked, book);
            return GridFile.read(book).orElseThrow(() -> new Refused("reporting.import.altered"));
        } catch (UnreadableSpreadsheet e) {
            throw new Refused("reporting.import." + e.why());
        }
    }

    private static void of(Asked asked, Spreadsheet book) {
        var identity = WorkbookIdentity.read(book)
                .filter(found -> found.unit().equals(GridWorkbook.MANY))
                .orElseThrow(() -> new Refused("reporting.gridbook.other-file"));
        if (!identity.genuine()) {
            throw new Refused("reporting.import.altered");
        }
        if (!identity.form().equals(asked.form().code())
                || !identity.period().equals(asked.period().code())) {
            var period = Door.period(identity.period());
            throw new Refused(
                    "reporting.gridbook.elsewhere",
                    identity.form(),
                    period == null ? identity.period() : PeriodName.of(period));
        }
        if (!identity.formVersion().equals(String.valueOf(asked.form().version()))) {
            throw new Refused("reporting.gridbook.stale");
        }
    }

    /** The returns as they would read, through the same checks as what is typed. */
    private Map<String, List<String>> findings(Asked asked, List<Cell> cells) {
        var readings = new LinkedHashMap<ReturnKey, ReturnReading>();
        cells.stream()
                .filter(cell -> cell.state() == State.NEW)
                .collect(Collectors.groupingBy(Cell::row, LinkedHashMap::new, Collectors.toList()))
                .forEach((row, changed) -> readings.put(
                        row.key(),
                        ScreenReader.read(after(asked, row, changed), row.key().form(), asked.indicators())));
        var units = readings.keySet().stream().map(key -> key.unit().id()).toList();
        var examined = examination.of(asked, readings, examination.before(units, asked.period()));
        var found = new LinkedHashMap<String, List<String>>();
        var changed = changed(cells);
        readings.keySet().forEach(key -> {
            var said = Objects.requireNonNull(examined.get(key.unit().id())).findings().stream()
                    .filter(finding -> finding.severity() != Severity.NOTE)
                    .filter(finding -> finding.indicator() == null
                            || changed.contains(key.unit().code() + " " + finding.indicator()))
                    .map(finding -> Objects.requireNonNullElse(finding.indicator(), "") + " " + finding.sentence())
                    .toList();
            if (!said.isEmpty()) {
                found.put(key.unit().shortName(), said);
            }
        });
        return found;
    }

    private static Set<String> changed(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.unit() + " " + cell.change().place())
                .collect(Collectors.toSet());
    }

    private static Fields after(Asked asked, GridRow row, List<Cell> changed) {
        var fields = new java.util.HashMap<>(row.fields().typed());
        changed.forEach(cell -> fields.putAll(CellText.read(
                cell.change().is(),
                Objects.requireNonNull(asked.indicators().get(cell.change().place())))));
        return Fields.of(fields);
    }
}
