package org.giaoban.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.TableExport;
import org.giaoban.reporting.GridUpload.Cell;
import org.giaoban.reporting.GridUpload.Preview;
import org.giaoban.reporting.GridUpload.State;
import org.giaoban.reporting.UnitGrid.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The grid of many units as a workbook: out, back with a look at what changes, and taken in. */
@Controller
@RequestMapping(GridView.HREF + "/workbook")
class GridBookController {

    /** Cells the page lists one by one; more are counted. */
    private static final int MOST_SHOWN = 500;

    private final UnitGrid grid;
    private final GridUpload upload;
    private final Typing typing;
    private final TypedChanges changes;
    private final Flash flash;

    GridBookController(UnitGrid grid, GridUpload upload, Typing typing, TypedChanges changes, Flash flash) {
        this.grid = grid;
        this.upload = upload;
        this.typing = typing;
        this.changes = changes;
        this.flash = flash;
    }

    @GetMapping
    @Requires(Capability.REPORT_ENTER)
    ResponseEntity<byte[]> workbook(Query query) {
        var sheet = grid.sheet(query, UnitGrid.ROWS);
        var name = sheet.asked().form().code() + "_" + sheet.asked().period().code() + "_"
                + sheet.choice().page().size() + "-don-vi.xlsx";
        return TableExport.file(name, ReturnController.XLSX, GridWorkbook.write(sheet.asked(), sheet.rows()));
    }

    /** A cell as the page lists it. */
    public record Line(String unit, String name, String code, String indicator, String was, String now, String is) {

        /** What the tick at a cell somebody else changed says. */
        public String value() {
            return unit + " " + code;
        }
    }

    /** What the file would change; {@code cells} and {@code clashing} go back as they are. */
    public record Page(
            String form,
            String period,
            String title,
            List<Line> fresh,
            List<Line> clashes,
            List<Line> closed,
            int count,
            Map<String, List<String>> findings,
            List<String> problems,
            String cells,
            String clashing) {}

    @PostMapping
    @Requires(Capability.REPORT_ENTER)
    ModelAndView look(Query query, @RequestParam(name = "file", required = false) MultipartFile file) {
        if (file == null || file.isEmpty()) {
            flash.error("reporting.gridbook.none");
            return back(query);
        }
        try {
            return new ModelAndView("reporting/gridbook", "page", page(upload.preview(query, file.getBytes())));
        } catch (Refused refused) {
            flash.refused(refused);
            return back(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView back(Query query) {
        var asked = grid.asked(query);
        return new ModelAndView("redirect:" + GridView.HREF + "?form="
                + asked.form().code() + "&period=" + asked.period().code());
    }

    private Page page(Preview preview) {
        var asked = preview.asked();
        var fresh = of(preview, State.NEW);
        return new Page(
                asked.form().code(),
                asked.period().code(),
                PeriodName.title(asked.period()),
                lines(preview, fresh),
                lines(preview, of(preview, State.CLASH)),
                lines(preview, of(preview, State.CLOSED)),
                fresh.size(),
                preview.findings(),
                preview.problems().stream().limit(MOST_SHOWN).toList(),
                changes.written(written(fresh)),
                changes.written(written(of(preview, State.CLASH))));
    }

    private static List<Cell> of(Preview preview, State state) {
        return preview.cells().stream().filter(cell -> cell.state() == state).toList();
    }

    /** Each cell with what stands there now: whoever changes it meanwhile is seen again. */
    private static Map<String, Map<String, List<String>>> written(List<Cell> cells) {
        var written = new LinkedHashMap<String, Map<String, List<String>>>();
        cells.forEach(cell -> written.computeIfAbsent(cell.unit(), unit -> new LinkedHashMap<>())
                .put(cell.change().place(), List.of(cell.now(), cell.change().is())));
        return written;
    }

    private static List<Line> lines(Preview preview, List<Cell> cells) {
        return cells.stream()
                .limit(MOST_SHOWN)
                .map(cell -> new Line(
                        cell.unit(),
                        cell.row().key().unit().shortName(),
                        cell.change().place(),
                        Objects.requireNonNull(preview.asked()
                                        .indicators()
                                        .get(cell.change().place()))
                                .name(),
                        Objects.requireNonNullElse(cell.change().was(), ""),
                        cell.now(),
                        cell.change().is()))
                .toList();
    }

    /** Takes the cells in as if they had been typed in the grid; of those somebody else changed only the ticked ones. */
    @PostMapping("/take")
    @Requires(Capability.REPORT_ENTER)
    ModelAndView take(
            Query query,
            @RequestParam(defaultValue = "{}") String cells,
            @RequestParam(defaultValue = "{}") String clashing,
            @RequestParam(name = "mine", defaultValue = "") List<String> mine) {
        var asked = grid.asked(query);
        var all = new LinkedHashMap<>(changes.cells(cells));
        ticked(changes.cells(clashing), new HashSet<>(mine))
                .forEach((unit, more) -> all.merge(unit, more, GridBookController::both));
        var taken = typing.cells(asked, grid.keys(asked, all.keySet()), all);
        flash.ok("reporting.grid.kept", taken.kept());
        taken.closed().forEach(unit -> flash.warn("reporting.grid.closed-unit", unit));
        if (!taken.clashes().isEmpty()) {
            flash.warn(
                    "reporting.gridbook.clashed",
                    taken.clashes().values().stream().mapToInt(List::size).sum());
        }
        return back(query);
    }

    private static Map<String, List<Typing.Change>> ticked(
            Map<String, List<Typing.Change>> clashing, Set<String> mine) {
        var kept = new LinkedHashMap<String, List<Typing.Change>>();
        clashing.forEach((unit, all) -> {
            var chosen = all.stream()
                    .filter(change -> mine.contains(unit + " " + change.place()))
                    .toList();
            if (!chosen.isEmpty()) {
                kept.put(unit, chosen);
            }
        });
        return kept;
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
