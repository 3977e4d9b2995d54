package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.audit.Audit;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.indicators.BulkFigures;
import org.giaoban.indicators.BulkFigures.Telling;
import org.giaoban.indicators.Fact;
import org.giaoban.kernel.Uuid7;
import org.giaoban.reporting.BulkBatch.Checked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the new returns of a batch in one transaction, each as if it had been sent alone, its line in the log included. */
@Service
@Transactional
class BulkWriting {

    private final BulkReturnRepository repository;
    private final BulkFigures figures;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Moment moment;
    private final ApplicationEventPublisher events;

    BulkWriting(
            BulkReturnRepository repository,
            BulkFigures figures,
            Audit audit,
            CurrentViewer viewer,
            Moment moment,
            ApplicationEventPublisher events) {
        this.events = events;
        this.repository = repository;
        this.figures = figures;
        this.audit = audit;
        this.viewer = viewer;
        this.moment = moment;
    }

    /** Returns how many are sent; the others are drafts. */
    int write(List<Checked> fresh, String fileName) {
        var rows = repository.rows();
        var tellings = new ArrayList<Telling>();
        for (var checked : fresh) {
            var key = checked.read().key();
            var content = checked.read().reading().content();
            var row = row(key, checked.examined().whole());
            rows.add(
                    key,
                    row,
                    version(checked, fileName),
                    content,
                    checked.examined().findings());
            if (row.state().received()) {
                tellings.add(telling(key, row, content));
                audit.record("return.submitted", row.id().ref(), row.unit(), Map.of("version", row.version()));
            }
        }
        repository.copy(rows);
        figures.put(tellings);
        tellings.stream()
                .collect(Collectors.groupingBy(
                        Telling::period, Collectors.mapping(told -> told.owner().id(), Collectors.toList())))
                .forEach((period, units) -> events.publishEvent(new ReturnsBrought(period, units)));
        return tellings.size();
    }

    private ReturnRow row(ReturnKey key, boolean whole) {
        var id = new ReturnId(key.unit().cellId(), Uuid7.next());
        var draft = ReturnRow.fresh(id, key).withVersion(1);
        return whole ? draft.submitted(moment.instant(), viewer.get().account()) : draft;
    }

    private Version version(Checked checked, String fileName) {
        return new Version(
                1,
                Version.Origin.API,
                null,
                fileName,
                null,
                checked.read().fingerprint(),
                moment.instant(),
                viewer.get().account());
    }

    private static Telling telling(ReturnKey key, ReturnRow row, Content content) {
        List<Fact> facts = new ArrayList<>();
        content.values().forEach((code, entry) -> facts.add(new Fact(code, entry.figure(), entry.place())));
        return new Telling(Sending.source(key, row), key.unit(), key.period(), facts);
    }
}
