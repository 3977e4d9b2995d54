package org.giaoban.indicators;

import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.audit.Audit;
import org.giaoban.formulas.Mistake;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.CatalogueDraft.Known;
import org.giaoban.indicators.CatalogueDraft.Row;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the catalogue from a file: all of it or nothing, and the same file twice changes nothing. */
@Service
@Transactional
class CatalogueImport {

    private static final int FIRST_ROW = 2;

    private final IndicatorRepository repository;
    private final ReporterRepository reporters;
    private final CatalogueDesk desk;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    CatalogueImport(
            IndicatorRepository repository,
            ReporterRepository reporters,
            CatalogueDesk desk,
            Audit audit,
            CurrentViewer viewer,
            Clock clock) {
        this.repository = repository;
        this.reporters = reporters;
        this.desk = desk;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** What came of a file; with problems nothing was taken. */
    record Outcome(int fresh, int revised, int same, List<String> problems) {}

    /** What a file would do, without doing it. */
    @Transactional(readOnly = true)
    CatalogueDraft preview(List<Map<String, String>> rows) {
        return draft(rows);
    }

    Outcome take(List<Map<String, String>> rows) {
        repository.lockAll();
        var draft = draft(rows);
        var fresh = draft.fresh();
        if (draft.problems().isEmpty()) {
            repository.endAll(draft.ended());
            write(fresh);
        }
        return new Outcome(draft.codes(), fresh.size() - draft.codes(), draft.same(), List.copyOf(draft.problems()));
    }

    private CatalogueDraft draft(List<Map<String, String>> rows) {
        var draft = new CatalogueDraft(repository.allVersions(), desk.earliest());
        var groups = repository.groups().stream()
                .map(IndicatorRepository.Group::code)
                .collect(Collectors.toSet());
        var known = new Known(groups, reporters.all().keySet());
        read(rows, draft).stream()
                .sorted(Comparator.comparing(row -> row.line().edition().valid().from()))
                .forEach(row -> draft.lay(row, known));
        draft.checkFormulas();
        return draft;
    }

    private static List<Row> read(List<Map<String, String>> rows, CatalogueDraft draft) {
        var lines = new ArrayList<Row>();
        for (var at = 0; at < rows.size(); at++) {
            var code = CatalogueFile.cell(rows.get(at), "code");
            try {
                lines.add(new Row(at + FIRST_ROW, CatalogueFile.read(rows.get(at))));
            } catch (Mistake mistake) {
                draft.wrong(at + FIRST_ROW, code, mistake.text());
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                draft.wrong(
                        at + FIRST_ROW,
                        code,
                        Texts.text("indicators.import.unreadable", String.valueOf(unreadable.getMessage())));
            }
        }
        return lines;
    }

    private void write(List<Indicator> fresh) {
        repository.insertCodes(fresh.stream().map(Indicator::code).distinct().toList());
        var ids = repository.ids();
        var lines = fresh.stream()
                .map(line -> line.as(
                        ids.getOrDefault(line.code(), (short) 0),
                        line.edition().version(),
                        line.edition().valid()))
                .toList();
        repository.insert(
                lines, clock.instant(), viewer.find().orElse(Viewer.SYSTEM).account());
        lines.forEach(line -> audit.record(
                line.edition().version() == 1 ? "indicators.create" : "indicators.revise",
                Indicators.ref(line),
                null,
                CatalogueDesk.details(line)));
    }
}
