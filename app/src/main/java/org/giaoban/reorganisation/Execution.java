package org.giaoban.reorganisation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.giaoban.access.Scope;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.TreeRevisions;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a plan out, everything or nothing, in one transaction that holds the tree. It runs as the system, because rows
 * change hands that nobody alone may touch; the viewer's right to every unit is asked inside, under the lock.
 */
@Service
class Execution {

    private final ReorganisationRepository repository;
    private final Preparation preparation;
    private final TreeRevisions revisions;
    private final JournalRepository journals;
    private final Trace trace;
    private final PlanRights rights;
    private final CurrentViewer viewer;
    private final TransactionTemplate transaction;
    private final DSLContext db;
    private final Clock clock;

    Execution(
            ReorganisationRepository repository,
            Preparation preparation,
            TreeRevisions revisions,
            JournalRepository journals,
            Trace trace,
            PlanRights rights,
            CurrentViewer viewer,
            PlatformTransactionManager transactions,
            DSLContext db,
            Clock clock) {
        this.repository = repository;
        this.preparation = preparation;
        this.revisions = revisions;
        this.journals = journals;
        this.trace = trace;
        this.rights = rights;
        this.viewer = viewer;
        this.transaction = new TransactionTemplate(transactions);
        // What a transaction may see belongs to the viewer it began with: the system needs one of its own.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.db = db;
        this.clock = clock;
    }

    /** Who acts, how far they may reach, and where progress is told. */
    private record Doer(Viewer who, Scope scope, Consumer<String> progress) {}

    Plan execute(PlanId id, int version) {
        return execute(id, version, step -> {});
    }

    Plan execute(PlanId id, int version, Consumer<String> progress) {
        var doer = new Doer(viewer.get(), rights.scope(), progress);
        requireSeen(id);
        return asSystem(() -> carryOut(id, version, doer));
    }

    private void requireSeen(PlanId id) {
        transaction.executeWithoutResult(status -> rights.require(find(id)));
    }

    private Plan find(PlanId id) {
        return repository.find(id).orElseThrow(() -> new NotFound(id));
    }

    private Plan asSystem(java.util.function.Supplier<Plan> work) {
        try {
            return viewer.as(
                    Viewer.SYSTEM,
                    () -> java.util.Objects.requireNonNull(transaction.execute(status -> {
                        db.execute("set local lock_timeout = '20s'");
                        return work.get();
                    })));
        } catch (DataIntegrityViolationException broken) {
            throw new Refused("reorganisation.refused.rule");
        } catch (CannotAcquireLockException busy) {
            throw new Refused("reorganisation.refused.busy");
        }
    }

    private Plan carryOut(PlanId id, int version, Doer doer) {
        var plan = repository.lock(id).orElseThrow(() -> new NotFound(id));
        if (plan.state() == PlanState.EXECUTED) {
            return plan;
        }
        plan.demandDraft(version);
        doer.progress().accept(Texts.text("reorganisation.progress.lock"));
        revisions.lock();
        doer.progress().accept(Texts.text("reorganisation.progress.prepare"));
        var prepared = preparation.of(plan, doer.who());
        PlanRights.require(doer.scope(), prepared);
        requireSettled(prepared);
        write(prepared, doer);
        repository.executed(id, doer.who(), now(), undoUntil());
        repository.counted(id);
        viewer.run(doer.who(), () -> trace.executed(prepared));
        return find(id);
    }

    private static void requireSettled(Prepared prepared) {
        var open = prepared.conflicts().stream().filter(Open::open).count();
        if (open > 0) {
            throw new Refused("reorganisation.refused.open", open);
        }
        if (!prepared.executable()) {
            throw new Refused(
                    "reorganisation.refused.nothing", prepared.plan().terms().title());
        }
    }

    private void write(Prepared prepared, Doer doer) {
        var journal = new RowJournal(db, prepared.plan().id());
        doer.progress().accept(Texts.text("reorganisation.progress.tree"));
        revisions.apply(prepared.revision(), journal.of("tree"));
        for (var part : preparation.parts()) {
            doer.progress().accept(Texts.text("reorganisation.progress.part", part.label()));
            part.carryOut(prepared.handover(), journal.of(part.name()));
        }
        doer.progress().accept(Texts.text("reorganisation.progress.check", journal.rows()));
        journals.checkRules();
    }

    private LocalDate undoUntil() {
        var today = LocalDate.now(clock);
        return today.plusDays(repository.undoDays(today));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
