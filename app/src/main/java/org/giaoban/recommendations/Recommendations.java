package org.giaoban.recommendations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as other modules read it. */
@Service
@Transactional(readOnly = true)
public class Recommendations {

    private static final int MOST = 100;
    private static final int MANY_UNITS = 1_000;

    private final RecommendationRepository repository;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    Recommendations(RecommendationRepository repository, Organization organization, Access access, Clock clock) {
        this.repository = repository;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** Unanswered ones raised below root or by it, oldest first (at most 100). */
    public List<RecommendationLine> waiting(UnitId root) {
        access.require(Capability.REPORT_READ, root);
        var today = LocalDate.now(clock);
        var found = waiting(root, organization.subtree(root, today), today);
        var names = Names.of(organization, found, today);
        return found.stream()
                .map(one -> RecommendationLine.of(one, names, today))
                .toList();
    }

    private List<Recommendation> waiting(UnitId root, List<Unit> branch, LocalDate today) {
        return branch.size() > MANY_UNITS
                ? repository.waiting(unit -> organization.under(root, unit, today), MOST)
                : repository.waiting(branch.stream().map(Unit::id).toList(), MOST);
    }
}
