package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.reporting.RecommendationRepository.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of what units asked for in their returns; every request waits until it is answered. */
@Service
@Transactional
public class Recommendations {

    private static final int MOST = 100;
    private static final int LONGEST_ANSWER = 4_000;

    private final RecommendationRepository repository;
    private final Organization organization;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    Recommendations(
            RecommendationRepository repository,
            Organization organization,
            Access access,
            Audit audit,
            CurrentViewer viewer,
            Clock clock) {
        this.repository = repository;
        this.organization = organization;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Unanswered ones raised below root, oldest first (at most 100). */
    @Transactional(readOnly = true)
    public List<Recommendation> waiting(UnitId root) {
        return named(repository.waiting(below(root), MOST));
    }

    /** All of the last ones raised below root, answered or not. */
    @Transactional(readOnly = true)
    List<Recommendation> all(UnitId root) {
        return named(repository.all(below(root), MOST));
    }

    private List<UnitId> below(UnitId root) {
        access.require(Capability.REPORT_READ, root);
        return organization.subtree(root, LocalDate.now(clock)).stream()
                .map(Unit::id)
                .toList();
    }

    private List<Recommendation> named(List<Row> rows) {
        var today = LocalDate.now(clock);
        Map<UnitId, String> names =
                organization.shortNames(rows.stream().map(Row::unit).collect(Collectors.toSet()), today);
        return rows.stream()
                .map(row -> named(row, names.getOrDefault(row.unit(), ""), today))
                .toList();
    }

    private static Recommendation named(Row row, String unitName, LocalDate today) {
        return new Recommendation(
                row.id(),
                row.unit(),
                unitName,
                row.text(),
                row.addressee(),
                row.sentOn(),
                row.dueOn(),
                state(row, today),
                row.answer(),
                (int) ChronoUnit.DAYS.between(row.sentOn(), today));
    }

    private static Recommendation.State state(Row row, LocalDate today) {
        if (row.answeredAt() != null) {
            return Recommendation.State.ANSWERED;
        }
        if (row.dueOn().isBefore(today)) {
            return Recommendation.State.OVERDUE;
        }
        return row.takenUpAt() == null ? Recommendation.State.WAITING : Recommendation.State.TAKEN_UP;
    }

    /** Notes that the addressee is working on it. */
    void takeUp(UUID id) {
        var row = open(id);
        repository.takeUp(row, clock.instant());
        audit.record("recommendation.taken-up", new ObjectRef("recommendation", id), row.unit(), Map.of());
    }

    /** Gives the answer; it is final. */
    void answer(UUID id, String answer) {
        var row = open(id);
        String text = WorkbookReader.plain(answer);
        if (text.isEmpty() || text.length() > LONGEST_ANSWER) {
            throw new Refused("reporting.refused.answer");
        }
        repository.answer(row, text, clock.instant(), viewer.get().account());
        audit.record("recommendation.answered", new ObjectRef("recommendation", id), row.unit(), Map.of());
    }

    private Row open(UUID id) {
        var row = repository.lock(id).orElseThrow(() -> new NotFound(id));
        access.require(Capability.REPORT_ACCEPT, row.unit());
        if (row.answeredAt() != null) {
            throw new Refused("reporting.refused.answered");
        }
        return row;
    }
}
