package org.giaoban.reorganisation;

import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NESTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.giaoban.access.Scope;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.organization.TreeRevisions;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.reorganisation.JournalRepository.Step;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts every row of an executed plan back as it was, the last first, or nothing, and then says why. */
@Service
class Undo {

    private final ReorganisationRepository repository;
    private final JournalRepository journal;
    private final Preparation preparation;
    private final TreeRevisions revisions;
    private final Organization organization;
    private final Trace trace;
    private final PlanRights rights;
    private final CurrentViewer viewer;
    private final TransactionTemplate transaction;
    private final TransactionTemplate nested;
    private final Clock clock;

    Undo(
            ReorganisationRepository repository,
            JournalRepository journal,
            Preparation preparation,
            TreeRevisions revisions,
            Organization organization,
            Trace trace,
            PlanRights rights,
            CurrentViewer viewer,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.journal = journal;
        this.preparation = preparation;
        this.revisions = revisions;
        this.organization = organization;
        this.trace = trace;
        this.rights = rights;
        this.viewer = viewer;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(PROPAGATION_NESTED);
        this.clock = clock;
    }

    Plan undo(PlanId id) {
        return undo(id, "");
    }

    /** @param reason why, in the words of the one who undoes it; goes into the plan's history */
    Plan undo(PlanId id, String reason) {
        var who = viewer.get();
        var scope = rights.scope();
        transaction.executeWithoutResult(
                status -> rights.require(repository.find(id).orElseThrow(() -> new NotFound(id))));
        return viewer.as(
                Viewer.SYSTEM,
                () -> Objects.requireNonNull(transaction.execute(status -> putBack(id, new By(who, scope, reason)))));
    }

    private record By(Viewer who, Scope scope, String reason) {}

    private Plan putBack(PlanId id, By by) {
        var plan = repository.lock(id).orElseThrow(() -> new NotFound(id));
        if (plan.state() == PlanState.UNDONE) {
            return plan;
        }
        requireInTime(plan);
        revisions.lock();
        var touched = journal.units(id);
        requireReach(by.scope(), touched, plan);
        var reasons = new LinkedHashSet<String>();
        journal.steps(id).forEach(step -> restore(id, step, reasons));
        revisions.changed(touched);
        reasons.addAll(laterFacts(touched));
        if (reasons.isEmpty()) {
            checkRules(reasons);
        }
        if (!reasons.isEmpty()) {
            throw new UndoRefused(List.copyOf(reasons));
        }
        repository.undone(id, by.who(), clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        repository.counted(id);
        viewer.run(by.who(), () -> trace.undone(plan, touched, by.reason()));
        return repository.find(id).orElseThrow();
    }

    private void requireInTime(Plan plan) {
        var until = plan.marks().undoUntil();
        if (plan.state() != PlanState.EXECUTED || until == null) {
            throw new Refused(
                    "reorganisation.refused.not-executed", plan.terms().title());
        }
        if (LocalDate.now(clock).isAfter(until)) {
            throw new UndoRefused(List.of(Texts.text("reorganisation.undo.too-late", Formats.date(until))));
        }
    }

    /** The units that stand today must all be in reach; those that ended come back from under them. */
    private void requireReach(Scope scope, Set<UnitId> touched, Plan plan) {
        var standing = touched.stream()
                .filter(unit -> organization.find(unit, plan.day()).isPresent())
                .filter(unit -> organization.find(unit, plan.day().minusDays(1)).isPresent());
        if (!standing.allMatch(scope::contains)) {
            throw new NotFound(plan.id());
        }
    }

    private void restore(PlanId id, Step step, Set<String> reasons) {
        try {
            var put = nested.execute(status -> journal.restore(id, step));
            if (put == null || put != step.rows()) {
                reasons.add(Texts.text(
                        "reorganisation.undo.changed-since",
                        label(step.part()),
                        step.rows() - (put == null ? 0 : put)));
            }
        } catch (DataIntegrityViolationException depended) {
            reasons.add(Texts.text("reorganisation.undo.depended-on", label(step.part())));
        }
    }

    private Set<String> laterFacts(Set<UnitId> touched) {
        var gone = new HashSet<UnitId>();
        touched.stream().filter(unit -> organization.versions(unit).isEmpty()).forEach(gone::add);
        var reasons = new LinkedHashSet<String>();
        if (gone.isEmpty()) {
            return reasons;
        }
        for (var part : preparation.parts()) {
            var facts = part.facts(gone).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (facts > 0) {
                reasons.add(Texts.text("reorganisation.undo.facts", part.label(), facts));
            }
        }
        return reasons;
    }

    private void checkRules(Set<String> reasons) {
        try {
            nested.executeWithoutResult(status -> journal.checkRules());
        } catch (DataIntegrityViolationException broken) {
            reasons.add(Texts.text("reorganisation.undo.depended-on", label("tree")));
        }
    }

    private String label(String part) {
        return preparation.parts().stream()
                .filter(one -> one.name().equals(part))
                .map(ReorganisationPart::label)
                .findFirst()
                .orElseGet(() -> Texts.text("reorganisation.part.tree"));
    }
}
