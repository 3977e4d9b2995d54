package org.giaoban.recommendations;

import static org.giaoban.recommendations.RecommendationRepository.OPEN;
import static org.giaoban.recommendations.RecommendationRepository.STATE;
import static org.giaoban.recommendations.db.Tables.RECOMMENDATION;

import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.reporting.EarlierRequests;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a report opens with: what became of what the unit asked since the report before, and what still waits from earlier. */
@Repository
@Transactional(readOnly = true)
class EarlierOfUnit implements EarlierRequests {

    private static final int MOST = 500;

    private final RecommendationRepository repository;

    EarlierOfUnit(RecommendationRepository repository) {
        this.repository = repository;
    }

    /** The report before, and the one that opens. */
    private record Between(Period last, Period now) {

        boolean since(Recommendation one) {
            var code = one.source().period();
            if (code == null) {
                return !one.raisedOn().isBefore(last.from());
            }
            var asked = Period.parse(code);
            return asked.equals(last) || !asked.from().isBefore(last.until());
        }

        /** What this report itself asks, and what was asked after it, is not earlier. */
        boolean earlier(Recommendation one) {
            var code = one.source().period();
            return code == null
                    ? one.raisedOn().isBefore(now.until())
                    : !code.equals(now.code()) && !Period.parse(code).until().isAfter(now.until());
        }
    }

    @Override
    public Optional<Summary> before(UnitId unit, Period last, Period period) {
        var between = new Between(last, period);
        var found = found(unit, last).stream().filter(between::earlier).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var since = found.stream().filter(between::since).toList();
        return Optional.of(new Summary(
                last,
                since.size(),
                count(since, RecommendationState.ANSWERED),
                count(since, RecommendationState.REFUSED),
                lines(found.stream()
                        .filter(one -> one.open() && !between.since(one))
                        .toList()),
                lines(since)));
    }

    /** The newest, oldest first. A period's requests are raised when its report is sent, so never before it begins. */
    private List<Recommendation> found(UnitId unit, Period last) {
        return repository
                .where(
                        RECOMMENDATION
                                .UNIT_ID
                                .eq(unit)
                                .and(STATE.ne(RecommendationState.WITHDRAWN))
                                .and(OPEN.or(RECOMMENDATION.RAISED_ON.ge(last.from()))),
                        MOST,
                        RECOMMENDATION.RAISED_ON.desc(),
                        RECOMMENDATION.ID.desc())
                .reversed();
    }

    private static int count(List<Recommendation> all, RecommendationState state) {
        return (int) all.stream().filter(one -> one.state() == state).count();
    }

    private static List<Line> lines(List<Recommendation> all) {
        return all.stream()
                .map(one ->
                        new Line(one.number().text(), one.text(), one.state().word(), one.href()))
                .toList();
    }
}
