package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.Indicator;
import org.giaoban.reporting.DraftRepository.Draft;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays one return on the desk: for the screen, for the workbook, for comparison; and keeps what is being typed. */
@Service
@Transactional(readOnly = true)
class ReturnDesk {

    /** One return with everything its page needs. */
    record Laid(
            ReturnKey key,
            Optional<ReturnRow> row,
            Map<String, Indicator> indicators,
            Map<String, org.giaoban.kernel.Figure> before,
            Fields fields,
            ReturnReading reading,
            Examined examined,
            Optional<Draft> draft,
            LocalDate today) {}

    private static final int STEPS = 20;

    private final ReturnStore store;
    private final Examination examination;
    private final Access access;
    private final Clock clock;

    ReturnDesk(ReturnStore store, Examination examination, Access access, Clock clock) {
        this.store = store;
        this.examination = examination;
        this.access = access;
        this.clock = clock;
    }

    /** As it stands: the newest version, or what somebody has typed since. */
    Laid lay(ReturnKey key) {
        var row = store.returns().find(key);
        var draft = row.filter(found -> !found.state().received())
                .flatMap(found -> store.drafts().find(found.id()));
        var fields = draft.map(kept -> new Fields(kept.fields())).orElseGet(() -> Fields.of(content(row)));
        var laid = lay(key, row, fields, draft);
        return draft.isPresent() ? laid : withUnreadCells(laid);
    }

    /** As it was just typed. */
    Laid lay(ReturnKey key, Fields fields) {
        return lay(key, store.returns().find(key), fields, Optional.empty());
    }

    private Laid lay(ReturnKey key, Optional<ReturnRow> row, Fields fields, Optional<Draft> draft) {
        var indicators = examination.indicators(key.form(), key.period());
        var reading = ScreenReader.read(fields, key.form(), indicators);
        var examined = examination.of(key, reading);
        return new Laid(
                key, row, indicators, examination.before(key), fields, reading, examined, draft, LocalDate.now(clock));
    }

    /** Cells of the workbook that could not be taken stay listed until a newer version comes. */
    private Laid withUnreadCells(Laid laid) {
        if (laid.row().isEmpty()) {
            return laid;
        }
        var unread = store.findings().of(laid.row().get().id()).stream()
                .filter(found -> found.rule().equals(Found.CELL))
                .toList();
        var findings = Stream.concat(unread.stream(), laid.examined().findings().stream())
                .toList();
        var examined = new Examined(findings, laid.examined().missing());
        return new Laid(
                laid.key(),
                laid.row(),
                laid.indicators(),
                laid.before(),
                laid.fields(),
                laid.reading(),
                examined,
                laid.draft(),
                laid.today());
    }

    private Content content(Optional<ReturnRow> row) {
        return row.map(found -> store.versions().content(found.id(), found.version()))
                .orElse(Content.NOTHING);
    }

    /** The workbook of the return, filled with the newest version. */
    byte[] workbook(ReturnKey key) {
        var indicators = examination.indicators(key.form(), key.period());
        return WorkbookWriter.write(new WorkbookWriter.Book(
                key.unit().code(),
                key.unit().name(),
                key.period().code(),
                PeriodName.of(key.period()),
                key.form(),
                indicators,
                examination.before(key),
                content(store.returns().find(key))));
    }

    /** Throws away what was typed since the newest version. */
    @Transactional
    void forgetTyping(ReturnKey key) {
        access.require(Capability.REPORT_ENTER, key.unit().id());
        store.returns().find(key).ifPresent(row -> store.drafts().forget(row.id()));
    }

    /** A version beside the one before it, newest first. */
    record Step(Version version, List<FileOutcome.Difference> differences) {}

    List<Step> steps(ReturnKey key) {
        var row = store.returns().find(key);
        if (row.isEmpty()) {
            return List.of();
        }
        var indicators = examination.indicators(key.form(), key.period());
        var versions = store.versions().of(row.get().id()).stream().limit(STEPS).toList();
        var contents = store.versions()
                .contents(
                        row.get().id(),
                        versions.stream()
                                .flatMap(version -> Stream.of(version.number(), version.number() - 1))
                                .distinct()
                                .toList());
        return versions.stream()
                .map(version -> new Step(
                        version,
                        version.number() == 1
                                ? List.of()
                                : Differences.between(
                                        Objects.requireNonNull(contents.get(version.number() - 1)),
                                        Objects.requireNonNull(contents.get(version.number())),
                                        key.form(),
                                        indicators)))
                .toList();
    }
}
