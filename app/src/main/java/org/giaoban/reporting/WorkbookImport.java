package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.files.Bundle;
import org.giaoban.indicators.Indicator;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.FileOutcome.Status;
import org.giaoban.reporting.Version.Origin;
import org.giaoban.spreadsheets.Spreadsheet;
import org.giaoban.spreadsheets.SpreadsheetReader;
import org.giaoban.spreadsheets.UnreadableSpreadsheet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes one workbook: opens it within limits, finds out whose it is, keeps what can be kept and says what not. */
@Component
class WorkbookImport {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookImport.class);

    private final Door door;
    private final Filing filing;
    private final Examination examination;

    WorkbookImport(Door door, Filing filing, Examination examination) {
        this.door = door;
        this.filing = filing;
        this.examination = examination;
    }

    FileOutcome take(Bundle.Item file, @Nullable ReturnKey expected, Filing.Wish wish) {
        try {
            var book = SpreadsheetReader.read(file.bytes());
            return WorkbookIdentity.read(book)
                    .map(identity -> take(file, book, identity, expected, wish))
                    .orElseGet(() -> Imports.refused(file, "reporting.import.foreign"));
        } catch (UnreadableSpreadsheet e) {
            return Imports.refused(file, "reporting.import." + e.why());
        } catch (Refused e) {
            return Imports.refused(file, "reporting.import.because", e.text());
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // One file of many: whatever a hostile file does to the reader, the others still get their answer.
            LOG.warn("A workbook could not be read", e);
            return Imports.refused(file, "reporting.import.BROKEN");
        }
    }

    private FileOutcome take(
            Bundle.Item file,
            Spreadsheet book,
            WorkbookIdentity identity,
            @Nullable ReturnKey expected,
            Filing.Wish wish) {
        if (!identity.genuine()) {
            return Imports.refused(file, "reporting.import.altered");
        }
        if (identity.unit().equals(GridWorkbook.MANY)) {
            return Imports.refused(file, "reporting.import.grid");
        }
        var found = door.find(identity.unit(), identity.form(), identity.period());
        if (found.isEmpty()) {
            return Imports.refused(file, "reporting.import.unknown");
        }
        var key = found.get();
        if (!door.mayEnter(key.unit().id())) {
            return door.mayKnow(key.unit().id())
                    ? Imports.refused(
                            file, "reporting.import.not-yours", key.unit().name())
                    : Imports.refused(file, "reporting.import.other-unit");
        }
        if (expected != null && !expected.href().equals(key.href())) {
            return Imports.refused(
                    file, "reporting.import.elsewhere", key.unit().name(), PeriodName.of(key.period()));
        }
        return outcome(file, key, keep(file, book, key, wish));
    }

    private Saved keep(Bundle.Item file, Spreadsheet book, ReturnKey key, Filing.Wish wish) {
        var indicators = examination.indicators(key.form(), key.period());
        var reading = WorkbookReader.read(book, key.form(), indicators);
        var origin = book.format() == Spreadsheet.Format.ODS ? Origin.ODS : Origin.XLSX;
        return filing.save(key, reading, new Filing.Source(origin, file.name(), file.bytes()), wish);
    }

    private FileOutcome outcome(Bundle.Item file, ReturnKey key, Saved saved) {
        var indicators = examination.indicators(key.form(), key.period());
        boolean kept = saved.status() == Saved.Status.SENT || saved.status() == Saved.Status.DRAFT;
        var differences = kept && saved.row().version() > 1
                ? Differences.between(saved.before(), saved.after(), key.form(), indicators)
                : List.<FileOutcome.Difference>of();
        return new FileOutcome(
                file.name(),
                status(saved.status()),
                key.unit().name(),
                PeriodName.of(key.period()),
                saved.row().version(),
                messages(key, saved, indicators),
                differences,
                key.href());
    }

    private static Status status(Saved.Status status) {
        return switch (status) {
            case SENT -> Status.SENT;
            case DRAFT -> Status.DRAFT;
            case UNCHANGED, OLDER -> Status.UNCHANGED;
            case CLOSED, SENT_STAYS -> Status.REFUSED;
        };
    }

    private static List<String> messages(ReturnKey key, Saved saved, java.util.Map<String, Indicator> indicators) {
        var messages = new ArrayList<String>();
        switch (saved.status()) {
            case OLDER -> messages.add(Texts.text("reporting.import.older"));
            case CLOSED -> messages.add(Texts.text("reporting.import.closed"));
            case SENT_STAYS -> messages.add(Texts.text("reporting.import.sent-stays"));
            case DRAFT ->
                messages.add(Texts.text(
                        "reporting.import.kept",
                        String.valueOf(saved.after().values().size()),
                        String.valueOf(key.form().indicators().size())));
            case SENT, UNCHANGED -> {}
        }
        saved.examined().findings().forEach(found -> messages.add(located(found)));
        if (!saved.examined().missing().isEmpty()) {
            messages.add(Texts.text(
                    "reporting.import.missing", Missing.names(saved.examined().missing(), indicators)));
        }
        return List.copyOf(messages);
    }

    private static String located(Found found) {
        return found.place() == null ? found.sentence() : found.place() + ": " + found.sentence();
    }
}
