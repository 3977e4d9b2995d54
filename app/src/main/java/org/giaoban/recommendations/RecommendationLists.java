package org.giaoban.recommendations;

import static org.giaoban.recommendations.db.Tables.RECOMMENDATION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Slice;
import org.giaoban.recommendations.RecommendationFilter.Side;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as the viewer may see it: pages, counts, and how old the unanswered are at which desk. */
@Repository
@Transactional(readOnly = true)
class RecommendationLists {

    static final int PAGE = 50;
    private static final int MOST_COUNTED = 999;
    private static final int MOST_EXPORTED = 5_000;
    private static final int MOST_DESKS = 50;
    private static final int MOST_UNITS = 200;
    private static final int YOUNG = 10;
    private static final int OLD = 30;

    private final DSLContext db;
    private final RecommendationRepository repository;
    private final Sights sights;
    private final Organization organization;
    private final Clock clock;

    RecommendationLists(
            DSLContext db, RecommendationRepository repository, Sights sights, Organization organization, Clock clock) {
        this.db = db;
        this.repository = repository;
        this.sights = sights;
        this.organization = organization;
        this.clock = clock;
    }

    /** How old the unanswered at one desk are: up to ten days, up to thirty, older. */
    public record DeskAge(
            UnitId desk, String name, String level, int young, int middle, int old, int late, int oldest) {

        public int all() {
            return young + middle + old;
        }
    }

    Slice<RecommendationLine> page(RecommendationFilter filter, @Nullable UUID after, int size) {
        var which = condition(filter);
        if (after != null) {
            which = which.and(row(RECOMMENDATION.RAISED_ON, RECOMMENDATION.ID)
                    .gt(select(RECOMMENDATION.RAISED_ON, RECOMMENDATION.ID)
                            .from(RECOMMENDATION)
                            .where(RECOMMENDATION.ID.eq(after))));
        }
        return Slice.of(lines(which, size + 1), size, line -> line.id().toString());
    }

    List<RecommendationLine> all(RecommendationFilter filter) {
        return lines(condition(filter), MOST_EXPORTED);
    }

    private List<RecommendationLine> lines(Condition which, int most) {
        var found = repository.where(which, most, RECOMMENDATION.RAISED_ON.asc(), RECOMMENDATION.ID.asc());
        var today = LocalDate.now(clock);
        var names = Names.of(organization, found, today);
        return found.stream()
                .map(one -> RecommendationLine.of(one, names, today))
                .toList();
    }

    /** Open ones on one side, at most 999. */
    int open(Side side) {
        return repository.count(side(side).and(RecommendationRepository.OPEN), MOST_COUNTED);
    }

    /** Open ones to answer that are the most urgent. */
    List<RecommendationLine> urgent(int most) {
        var found = repository.where(
                sights.toAnswer().and(RecommendationRepository.OPEN),
                most,
                RECOMMENDATION.DUE_ON.asc(),
                RECOMMENDATION.ID.asc());
        var today = LocalDate.now(clock);
        var names = Names.of(organization, found, today);
        return found.stream()
                .map(one -> RecommendationLine.of(one, names, today))
                .toList();
    }

    private Condition side(Side side) {
        return switch (side) {
            case ANSWER -> sights.toAnswer();
            case RAISED -> sights.raised();
            case ALL -> sights.visible();
        };
    }

    private Condition condition(RecommendationFilter filter) {
        var today = LocalDate.now(clock);
        var which = side(filter.side()).and(state(filter.state(), today));
        if (filter.olderThan() != null) {
            which = which.and(RECOMMENDATION.RAISED_ON.lt(today.minusDays(filter.olderThan())));
        }
        if (filter.unit() != null) {
            var branch = organization.subtree(filter.unit(), today).stream()
                    .map(Unit::id)
                    .toList();
            which = which.and(
                    branch.isEmpty()
                            ? RECOMMENDATION.UNIT_ID.eq(filter.unit())
                            : RecommendationRepository.raisedBy(branch));
        }
        if (filter.desk() != null) {
            which = which.and(RECOMMENDATION.DESK_UNIT_ID.eq(filter.desk()));
        }
        if (filter.period() != null) {
            which = which.and(RECOMMENDATION.PERIOD.eq(filter.period()));
        }
        if (filter.query() != null) {
            which = which.and(RECOMMENDATION.BODY_FOLD.contains(VietnameseText.fold(filter.query())));
        }
        return which;
    }

    private static Condition state(String state, LocalDate today) {
        return switch (state) {
            case RecommendationFilter.ANY -> noCondition();
            case RecommendationFilter.OPEN -> RecommendationRepository.OPEN;
            case RecommendationFilter.LATE -> RecommendationRepository.OPEN.and(RECOMMENDATION.DUE_ON.lt(today));
            default -> RecommendationRepository.STATE.eq(RecommendationState.valueOf(state));
        };
    }

    /** At whose desks the open ones of the list lie, and how old they are; the oldest first. */
    List<DeskAge> ages(RecommendationFilter filter) {
        var today = LocalDate.now(clock);
        var raised = RECOMMENDATION.RAISED_ON;
        var oldest = min(raised);
        var rows = db.select(
                        RECOMMENDATION.DESK_UNIT_ID,
                        count().filterWhere(raised.ge(today.minusDays(YOUNG))),
                        count().filterWhere(raised.lt(today.minusDays(YOUNG)).and(raised.ge(today.minusDays(OLD)))),
                        count().filterWhere(raised.lt(today.minusDays(OLD))),
                        count().filterWhere(RECOMMENDATION.DUE_ON.lt(val(today))),
                        oldest)
                .from(RECOMMENDATION)
                .where(condition(filter), RecommendationRepository.OPEN)
                .groupBy(RECOMMENDATION.DESK_UNIT_ID)
                .orderBy(oldest, RECOMMENDATION.DESK_UNIT_ID)
                .limit(MOST_DESKS)
                .fetch();
        var names = organization.names(rows.getValues(RECOMMENDATION.DESK_UNIT_ID), today);
        return rows.stream()
                .map(found -> new DeskAge(
                        found.value1(),
                        names.getOrDefault(found.value1(), ""),
                        level(found.value1(), today),
                        found.value2(),
                        found.value3(),
                        found.value4(),
                        found.value5(),
                        (int) ChronoUnit.DAYS.between(found.value6(), today)))
                .toList();
    }

    /** Units of the side that asked something, for the filter. */
    Map<String, String> units(RecommendationFilter filter) {
        var ids = db.selectDistinct(RECOMMENDATION.UNIT_ID)
                .from(RECOMMENDATION)
                .where(side(filter.side()))
                .limit(MOST_UNITS)
                .fetchSet(RECOMMENDATION.UNIT_ID);
        var choices = new LinkedHashMap<String, String>();
        organization.names(ids, LocalDate.now(clock)).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(VietnameseText.alphabetical()))
                .forEach(unit -> choices.put(unit.getKey().value().toString(), unit.getValue()));
        return choices;
    }

    private String level(UnitId unit, LocalDate today) {
        return organization
                .find(unit, today)
                .map(found -> organization.kind(found.kind()).name())
                .orElse("");
    }
}
