package org.giaoban.reorganisation;

import static org.giaoban.reorganisation.db.Tables.EVENT;
import static org.giaoban.reorganisation.db.Tables.GIVER;
import static org.giaoban.reorganisation.db.Tables.PLAN;
import static org.giaoban.reorganisation.db.Tables.TARGET;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which plans name which units. */
@Repository
class NamedUnits {

    private final DSLContext db;

    NamedUnits(DSLContext db) {
        this.db = db;
    }

    /** All units that these plans name. */
    Map<PlanId, Set<String>> codes(Collection<PlanId> plans) {
        var ids = plans.stream().map(PlanId::value).toArray(UUID[]::new);
        var named = select(EVENT.PLAN_ID, GIVER.CODE)
                .from(EVENT)
                .join(GIVER)
                .on(GIVER.EVENT_ID.eq(EVENT.ID))
                .where(EVENT.PLAN_ID.eq(any(ids)))
                .union(select(EVENT.PLAN_ID, TARGET.CODE)
                        .from(EVENT)
                        .join(TARGET)
                        .on(TARGET.EVENT_ID.eq(EVENT.ID))
                        .where(EVENT.PLAN_ID.eq(any(ids))));
        var codes = new HashMap<PlanId, Set<String>>();
        db.fetch(named)
                .forEach(row -> codes.computeIfAbsent(new PlanId(row.get(0, UUID.class)), plan -> new HashSet<>())
                        .add(row.get(1, String.class)));
        return codes;
    }

    /** Which of these units another draft names too, with the title of that plan. */
    Map<String, String> inOtherDrafts(PlanId plan, Collection<String> codes) {
        var wanted = codes.toArray(String[]::new);
        var named = select(GIVER.EVENT_ID, GIVER.CODE)
                .from(GIVER)
                .where(GIVER.CODE.eq(any(wanted)))
                .union(select(TARGET.EVENT_ID, TARGET.CODE).from(TARGET).where(TARGET.CODE.eq(any(wanted))))
                .asTable("named", "event_id", "code");
        return db.select(named.field("code", String.class), max(PLAN.TITLE))
                .from(named)
                .join(EVENT)
                .on(EVENT.ID.eq(named.field("event_id", UUID.class)))
                .join(PLAN)
                .on(PLAN.ID.eq(EVENT.PLAN_ID))
                .where(PLAN.STATE.eq(PlanState.DRAFT.name()), PLAN.ID.ne(plan.value()))
                .groupBy(named.field("code", String.class))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }
}
