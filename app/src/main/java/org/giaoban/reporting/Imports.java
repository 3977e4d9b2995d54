package org.giaoban.reporting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.files.Bundle;
import org.giaoban.files.UnsafeZip;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.FileOutcome.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes uploads of one or many workbooks; each file has its own transaction and its own answer. */
@Component
class Imports {

    /** A .zip of all units of a district with room to spare. */
    static final int MAX_BYTES = 60 << 20;

    private final WorkbookImport workbooks;
    private final ImportRepository runs;
    private final CurrentViewer viewer;
    private final Clock clock;

    Imports(WorkbookImport workbooks, ImportRepository runs, CurrentViewer viewer, Clock clock) {
        this.workbooks = workbooks;
        this.runs = runs;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Takes the files in order; with an expected return, workbooks of any other are refused. */
    ImportResult take(List<Bundle.Item> files, @Nullable ReturnKey expected, Filing.Wish wish) {
        var outcomes = files.stream()
                .flatMap(file -> outcomes(file, expected, wish).stream())
                .toList();
        var result = new ImportResult(Uuid7.next(), outcomes);
        runs.insert(result, viewer.get().account(), clock.instant());
        return result;
    }

    private List<FileOutcome> outcomes(Bundle.Item file, @Nullable ReturnKey expected, Filing.Wish wish) {
        if (file.bytes().length > MAX_BYTES) {
            return List.of(refused(file, "reporting.import.TOO_LARGE"));
        }
        try {
            if (!Bundle.archive(file.bytes())) {
                return List.of(workbooks.take(file, expected, wish));
            }
            var inside = Bundle.open(file.bytes());
            return inside.isEmpty()
                    ? List.of(refused(file, "reporting.import.EMPTY_FILE"))
                    : inside.stream()
                            .map(one -> workbooks.take(one, expected, wish))
                            .toList();
        } catch (UnsafeZip e) {
            boolean broken = e.why() == UnsafeZip.Why.BROKEN;
            return List.of(refused(file, broken ? "reporting.import.BROKEN" : "reporting.import.BOMB"));
        }
    }

    static FileOutcome refused(Bundle.Item file, String key, Object... arguments) {
        return new FileOutcome(
                file.name(), Status.REFUSED, null, null, 0, List.of(Texts.text(key, arguments)), List.of(), null);
    }

    /** A result the present viewer produced. */
    ImportResult get(UUID id) {
        return found(id).orElseThrow(() -> new NotFound(id));
    }

    private Optional<ImportResult> found(UUID id) {
        return runs.find(id, viewer.get().account());
    }
}
