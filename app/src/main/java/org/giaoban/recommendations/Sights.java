package org.giaoban.recommendations;

import static org.giaoban.recommendations.db.Tables.RECOMMENDATION;
import static org.giaoban.recommendations.db.Tables.STEP;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Which recommendations the viewer may see, and from which side. Both sides see the whole path. */
@Repository
class Sights {

    private final Access access;

    Sights(Access access) {
        this.access = access;
    }

    /** Those of units whose returns the viewer may read, and those that lie or lay at a desk where the viewer answers. */
    Condition visible() {
        var asks = access.scope(Capability.REPORT_READ);
        var answers = access.scope(Capability.RECOMMENDATION_ANSWER);
        if (asks.everywhere() || answers.everywhere()) {
            return noCondition();
        }
        return in(asks, RECOMMENDATION.UNIT_ID)
                .or(in(answers, RECOMMENDATION.DESK_UNIT_ID))
                .or(exists(selectOne()
                        .from(STEP)
                        .where(STEP.RECOMMENDATION_ID.eq(RECOMMENDATION.ID), in(answers, STEP.TO_UNIT_ID))));
    }

    /** What lies at a desk where the viewer answers. */
    Condition toAnswer() {
        return in(access.scope(Capability.RECOMMENDATION_ANSWER), RECOMMENDATION.DESK_UNIT_ID);
    }

    /** What the viewer's units asked of somebody else. */
    Condition raised() {
        return in(access.scope(Capability.REPORT_ENTER), RECOMMENDATION.UNIT_ID).and(not(toAnswer()));
    }

    boolean mayAnswer(Recommendation one) {
        return access.allows(Capability.RECOMMENDATION_ANSWER, one.desk().unit());
    }

    boolean mayRaise(UnitId unit) {
        return access.allows(Capability.REPORT_ENTER, unit);
    }

    private static Condition in(Scope scope, Field<UnitId> unit) {
        return scope.everywhere() ? trueCondition() : scope.condition(unit);
    }
}
