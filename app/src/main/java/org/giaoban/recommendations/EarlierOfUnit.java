package org.giaoban.recommendations;

import static org.giaoban.recommendations.db.Tables.RECOMMENDATION;

import java.util.Optional;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.reporting.EarlierRequests;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a return opens with: what became of what the unit asked in the period before. */
@Repository
@Transactional(readOnly = true)
class EarlierOfUnit implements EarlierRequests {

    private static final int MOST = 100;

    private final RecommendationRepository repository;

    EarlierOfUnit(RecommendationRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Summary> before(UnitId unit, Period period) {
        var previous = period.previous();
        var inPeriod = RECOMMENDATION
                .PERIOD
                .eq(previous.code())
                .or(RECOMMENDATION
                        .PERIOD
                        .isNull()
                        .and(RECOMMENDATION.RAISED_ON.between(previous.from(), previous.lastDay())));
        var found = repository.where(
                RECOMMENDATION
                        .UNIT_ID
                        .eq(unit)
                        .and(inPeriod)
                        .and(RecommendationRepository.STATE.ne(RecommendationState.WITHDRAWN)),
                MOST,
                RECOMMENDATION.ID.asc());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Summary(
                previous,
                found.size(),
                (int) found.stream()
                        .filter(one -> one.state() == RecommendationState.ANSWERED)
                        .count(),
                (int) found.stream()
                        .filter(one -> one.state() == RecommendationState.REFUSED)
                        .count(),
                "/recommendations?side=all&unit=" + unit.value() + "&period=" + previous.code()));
    }
}
