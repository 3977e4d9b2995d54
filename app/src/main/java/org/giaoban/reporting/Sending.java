package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.indicators.Fact;
import org.giaoban.indicators.FactSource;
import org.giaoban.indicators.Figures;
import org.giaoban.platform.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a return along: sent, accepted, given back, opened again. The figures move in the same transaction. */
@Service
@Transactional
class Sending {

    private static final int LONGEST_COMMENT = 2_000;

    private final ReturnStore store;
    private final Figures figures;
    private final Trace trace;
    private final Access access;
    private final CurrentViewer viewer;
    private final Moment moment;
    private final Acting acting;

    Sending(
            ReturnStore store,
            Figures figures,
            Trace trace,
            Access access,
            CurrentViewer viewer,
            Moment moment,
            Acting acting) {
        this.acting = acting;
        this.store = store;
        this.figures = figures;
        this.trace = trace;
        this.access = access;
        this.viewer = viewer;
        this.moment = moment;
    }

    /** Leaves the trace of a step: the audit entry and the event for other modules. */
    @org.springframework.stereotype.Component
    record Trace(Audit audit, ApplicationEventPublisher events) {

        void step(String act, ReturnKey key, ReturnRow row, Map<String, ?> details) {
            audit.record(act, row.id().ref(), row.unit(), details);
        }
    }

    /** Sends the newest version, which says this; the caller holds the row's lock and has found it whole. */
    ReturnRow submit(ReturnKey key, ReturnRow row, Content content) {
        var sent = row.submitted(moment.instant(), viewer.get().account());
        store.returns().update(sent);
        sent(key, sent, content);
        return sent;
    }

    /** What follows when a return has been sent: its figures count, its requests are in the ledger, others hear of it. */
    void sent(ReturnKey key, ReturnRow sent, Content content) {
        var now = Objects.requireNonNull(sent.submittedAt());
        put(key, sent, content);
        ask(key, sent, content.requests());
        trace.step("return.submitted", key, sent, Map.of("version", sent.version()));
        trace.events()
                .publishEvent(new ReturnSubmitted(
                        sent.id().value(), sent.unit(), sent.form(), sent.period(), sent.version(), now));
    }

    /** A first version that asks for nothing changes nothing in the ledger. */
    private void ask(ReturnKey key, ReturnRow sent, List<Request> requests) {
        if (sent.version() == 1 && requests.isEmpty()) {
            return;
        }
        trace.events()
                .publishEvent(new RequestsRaised(
                        sent.id().value(),
                        sent.unit(),
                        key.period(),
                        key.href(),
                        moment.instant(),
                        moment.told(),
                        requests.stream()
                                .map(one -> new RequestsRaised.Asked(one.text(), one.addressee()))
                                .toList()));
    }

    private void put(ReturnKey key, ReturnRow row, Content content) {
        List<Fact> facts = content.values().entrySet().stream()
                .map(entry -> new Fact(
                        entry.getKey(),
                        entry.getValue().figure(),
                        entry.getValue().place()))
                .toList();
        figures.put(source(key, row), row.unit(), key.period(), facts);
    }

    static FactSource source(ReturnKey key, ReturnRow row) {
        return new FactSource(
                ReturnId.KIND,
                row.id().value(),
                key.form().code() + " " + key.period().code());
    }

    /** Accepts the version that was looked at, and no other. */
    void accept(ReturnKey key, int seen) {
        var place = acting.place(key);
        var row = store.returns()
                .lock(key)
                .accepted(moment.instant(), viewer.get().account())
                .shown(seen);
        store.returns().update(row);
        put(key, row, store.versions().content(row.id(), row.version()));
        figures.accept(source(key, row), row.unit(), key.period());
        decided("return.accepted", key, row, acting.keep(place, row, Map.of("version", row.version())));
    }

    /** Sends it back for correction; its figures count no longer. */
    void giveBack(ReturnKey key, int seen, String comment) {
        var place = acting.place(key);
        String why = WorkbookReader.plain(comment);
        if (why.isEmpty() || why.length() > LONGEST_COMMENT) {
            throw new Refused("reporting.refused.comment");
        }
        var row = store.returns()
                .lock(key)
                .givenBack(moment.instant(), viewer.get().account(), why)
                .shown(seen);
        store.returns().update(row);
        figures.withdraw(source(key, row), row.unit(), key.period());
        decided("return.returned", key, row, acting.keep(place, row, Map.of("comment", why)));
    }

    /** Opens it for changes: an accepted one by those who accept, a sent one also by the unit itself. */
    void reopen(ReturnKey key, String comment) {
        var row = store.returns().lock(key);
        boolean own = row.state() == ReturnState.SUBMITTED
                && access.allows(Capability.REPORT_ENTER, key.unit().id());
        if (!own) {
            access.require(Capability.REPORT_ACCEPT, key.unit().id());
        }
        var opened = row.reopened();
        store.returns().update(opened);
        figures.withdraw(source(key, row), row.unit(), key.period());
        decided("return.reopened", key, opened, Map.of("comment", WorkbookReader.plain(comment)));
    }

    private void decided(String act, ReturnKey key, ReturnRow row, Map<String, ?> details) {
        trace.step(act, key, row, details);
        trace.events()
                .publishEvent(new ReturnDecided(
                        row.id().value(), row.unit(), row.form(), row.period(), row.state(), moment.instant()));
    }
}
