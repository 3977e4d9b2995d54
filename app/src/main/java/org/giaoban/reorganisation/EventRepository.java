package org.giaoban.reorganisation;

import static org.giaoban.reorganisation.db.Tables.EVENT;
import static org.giaoban.reorganisation.db.Tables.GIVER;
import static org.giaoban.reorganisation.db.Tables.TARGET;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** The events of plans with those who give and those who take, written and read for a whole plan at once. */
@Repository
class EventRepository {

    private final DSLContext db;

    EventRepository(DSLContext db) {
        this.db = db;
    }

    private record OfEvent<T>(UUID event, int position, T part) {}

    List<Event> of(PlanId plan) {
        var mine = select(EVENT.ID).from(EVENT).where(EVENT.PLAN_ID.eq(plan.value()));
        var givers = db.select(GIVER.EVENT_ID, GIVER.CODE, GIVER.SHARE, GIVER.ESTIMATED)
                .from(GIVER)
                .where(GIVER.EVENT_ID.in(mine))
                .orderBy(GIVER.EVENT_ID, GIVER.POSITION)
                .fetchGroups(
                        row -> row.get(GIVER.EVENT_ID),
                        row -> new Giver(row.get(GIVER.CODE), trimmed(row.get(GIVER.SHARE)), row.get(GIVER.ESTIMATED)));
        var targets = db.select(
                        TARGET.EVENT_ID,
                        TARGET.CODE,
                        TARGET.NAME,
                        TARGET.SHORT_NAME,
                        TARGET.KIND,
                        TARGET.PARENT,
                        TARGET.SHARE,
                        TARGET.ESTIMATED)
                .from(TARGET)
                .where(TARGET.EVENT_ID.in(mine))
                .orderBy(TARGET.EVENT_ID, TARGET.POSITION)
                .fetchGroups(row -> row.get(TARGET.EVENT_ID), EventRepository::target);
        return events(plan, givers, targets);
    }

    private static Target target(org.jooq.Record row) {
        return new Target(
                row.get(TARGET.CODE),
                row.get(TARGET.NAME),
                row.get(TARGET.SHORT_NAME),
                row.get(TARGET.KIND),
                row.get(TARGET.PARENT),
                trimmed(row.get(TARGET.SHARE)),
                row.get(TARGET.ESTIMATED));
    }

    private List<Event> events(PlanId plan, Map<UUID, List<Giver>> givers, Map<UUID, List<Target>> targets) {
        return db.select(
                        EVENT.ID,
                        EVENT.KIND.convertFrom(EventKind.class, EventKind::valueOf),
                        EVENT.DOCUMENT,
                        EVENT.NOTE)
                .from(EVENT)
                .where(EVENT.PLAN_ID.eq(plan.value()))
                .orderBy(EVENT.POSITION)
                .fetch(Records.mapping((id, kind, document, note) -> new Event(
                        id,
                        kind,
                        document,
                        note,
                        givers.getOrDefault(id, List.of()),
                        targets.getOrDefault(id, List.of()))));
    }

    private static BigDecimal trimmed(BigDecimal share) {
        return share.stripTrailingZeros();
    }

    /** Adds events at the end of the plan. */
    void append(PlanId plan, List<Event> events) {
        db.query(
                        """
                        insert into reorganisation.event (id, plan_id, position, kind, document, note)
                        select e.id, {0}, {5} + row_number() over (), e.kind, e.document, e.note
                        from unnest({1}::uuid[], {2}::text[], {3}::text[], {4}::text[]) as e (id, kind, document, note)""",
                        val(plan.value()),
                        val(column(events, Event::id, UUID[]::new)),
                        val(column(events, event -> event.kind().name(), String[]::new)),
                        val(column(events, Event::document, String[]::new)),
                        val(column(events, Event::note, String[]::new)),
                        val(last(plan)))
                .execute();
        parts(events);
    }

    private int last(PlanId plan) {
        return db.select(coalesce(max(EVENT.POSITION), inline(0)))
                .from(EVENT)
                .where(EVENT.PLAN_ID.eq(plan.value()))
                .fetchSingle()
                .value1();
    }

    /** Writes an event over one of the plan's; false when the plan has no such event. */
    boolean replace(PlanId plan, Event event) {
        var there = db.update(EVENT)
                .set(EVENT.KIND, event.kind().name())
                .set(EVENT.DOCUMENT, event.document())
                .set(EVENT.NOTE, event.note())
                .where(EVENT.ID.eq(event.id()), EVENT.PLAN_ID.eq(plan.value()))
                .execute();
        if (there == 1) {
            db.deleteFrom(GIVER).where(GIVER.EVENT_ID.eq(event.id())).execute();
            db.deleteFrom(TARGET).where(TARGET.EVENT_ID.eq(event.id())).execute();
            parts(List.of(event));
        }
        return there == 1;
    }

    boolean remove(PlanId plan, UUID event) {
        return db.deleteFrom(EVENT)
                        .where(EVENT.ID.eq(event), EVENT.PLAN_ID.eq(plan.value()))
                        .execute()
                == 1;
    }

    private void parts(List<Event> events) {
        var givers = parts(events, Event::from);
        db.query(
                        "insert into reorganisation.giver (event_id, position, code, share, estimated) "
                                + "select * from unnest({0}::uuid[], {1}::int[], {2}::text[], {3}::numeric[], {4}::boolean[])",
                        val(column(givers, OfEvent::event, UUID[]::new)),
                        val(column(givers, OfEvent::position, Integer[]::new)),
                        val(column(givers, giver -> giver.part().code(), String[]::new)),
                        val(column(givers, giver -> giver.part().share(), BigDecimal[]::new)),
                        val(column(givers, giver -> giver.part().estimated(), Boolean[]::new)))
                .execute();
        var targets = parts(events, Event::to);
        db.query(
                        "insert into reorganisation.target "
                                + "(event_id, position, code, name, short_name, kind, parent, share, estimated) "
                                + "select * from unnest({0}::uuid[], {1}::int[], {2}::text[], {3}::text[], {4}::text[], "
                                + "{5}::text[], {6}::text[], {7}::numeric[], {8}::boolean[])",
                        val(column(targets, OfEvent::event, UUID[]::new)),
                        val(column(targets, OfEvent::position, Integer[]::new)),
                        val(column(targets, target -> target.part().code(), String[]::new)),
                        val(column(targets, target -> target.part().name(), String[]::new)),
                        val(column(targets, target -> target.part().shortName(), String[]::new)),
                        val(column(targets, target -> target.part().kind(), String[]::new)),
                        val(column(targets, target -> target.part().parent(), String[]::new)),
                        val(column(targets, target -> target.part().share(), BigDecimal[]::new)),
                        val(column(targets, target -> target.part().estimated(), Boolean[]::new)))
                .execute();
    }

    private static <T> List<OfEvent<T>> parts(List<Event> events, Function<Event, List<T>> of) {
        var parts = new ArrayList<OfEvent<T>>();
        for (var event : events) {
            for (var part : of.apply(event)) {
                parts.add(new OfEvent<>(event.id(), parts.size(), part));
            }
        }
        return parts;
    }

    private static <T, V> V[] column(List<T> rows, Function<T, V> value, IntFunction<V[]> type) {
        return rows.stream().map(value).toArray(type);
    }
}
