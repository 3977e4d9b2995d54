package org.giaoban.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.Touched.Difference;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue from a file or pasted from a spreadsheet: first what it would change, then the change. */
@Controller
class CatalogueImportController {

    private static final int MOST_CHARACTERS = 500_000;

    private final CatalogueImport imports;
    private final Touching touching;
    private final Flash flash;

    CatalogueImportController(CatalogueImport imports, Touching touching, Flash flash) {
        this.imports = imports;
        this.touching = touching;
        this.flash = flash;
    }

    /** A version the file brings: a new indicator has no differences, a line that only ends has a last day. */
    public record Planned(Indicator line, boolean first, boolean ending, List<Difference> differences) {

        public String from() {
            return Formats.date(line.edition().valid().from());
        }

        public String last() {
            return Formats.date(
                    Objects.requireNonNull(line.edition().valid().until()).minusDays(1));
        }
    }

    /** What was given, and what it would do; {@code problems} speak against all of it. */
    public record ImportPage(String text, List<Planned> planned, int same, List<String> problems) {

        public boolean ready() {
            return problems.isEmpty() && !planned.isEmpty();
        }

        public Map<String, String> errors() {
            return problems.isEmpty()
                    ? Map.of()
                    : Map.of("text", Texts.text("indicators.import.refused", problems.size()));
        }

        public String columns() {
            return String.join(", ", CatalogueFile.HEADERS);
        }
    }

    @GetMapping("/indicators/import")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView ask() {
        return view(new ImportPage("", List.of(), 0, List.of()));
    }

    /** Nothing is written yet; a file goes before what was pasted. */
    @PostMapping("/indicators/import")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView preview(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        return view(page(file == null || file.isEmpty() ? text : read(file)));
    }

    @PostMapping("/indicators/import/take")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView take(@RequestParam(defaultValue = "") String text) {
        var rows = rows(text);
        if (rows.isEmpty()) {
            return view(page(text));
        }
        var outcome = imports.take(rows);
        if (!outcome.problems().isEmpty()) {
            return view(new ImportPage(text, List.of(), 0, outcome.problems()));
        }
        flash.ok("indicators.import.done", outcome.fresh(), outcome.revised(), outcome.same());
        return new ModelAndView("redirect:/indicators");
    }

    private ImportPage page(String text) {
        var rows = rows(text);
        if (rows.isEmpty()) {
            var columns = Texts.text("indicators.import.columns", String.join(", ", CatalogueFile.HEADERS));
            var kept = text.length() > MOST_CHARACTERS ? "" : text;
            return new ImportPage(kept, List.of(), 0, List.of(columns));
        }
        var draft = imports.preview(rows);
        var planned = new ArrayList<Planned>();
        draft.changes().forEach(change -> planned.add(planned(change)));
        draft.closing().forEach(line -> planned.add(new Planned(line, false, true, List.of())));
        return new ImportPage(text, planned, draft.same(), List.copyOf(draft.problems()));
    }

    private Planned planned(CatalogueDraft.Change change) {
        var before = change.before();
        var differences = before == null ? List.<Difference>of() : touching.differences(before, change.now());
        return new Planned(change.now(), before == null, false, differences);
    }

    private static List<Map<String, String>> rows(String text) {
        return text.length() > MOST_CHARACTERS ? List.of() : CatalogueFile.rows(text);
    }

    private static String read(MultipartFile file) {
        try {
            return file.getSize() > 4L * MOST_CHARACTERS ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelAndView view(ImportPage page) {
        var view = new ModelAndView("indicators/bringin", "page", page);
        view.setStatus(page.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
