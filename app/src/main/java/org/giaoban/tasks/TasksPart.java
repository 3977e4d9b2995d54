package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.AffectedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open orders of a unit that ends go on with its heir, by the same date; what is closed stays where it was done. */
@Component
@Transactional(readOnly = true)
class TasksPart implements ReorganisationPart {

    private final DSLContext db;
    private final Access access;

    TasksPart(DSLContext db, Access access) {
        this.db = db;
        this.access = access;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public String label() {
        return Texts.text("tasks.reorganisation.label");
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean onlyFromTheDay() {
        return true;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        return Stream.concat(
                        open(handover, TASK.UNIT_ID, "tasks.reorganisation.owed").stream(),
                        open(handover, TASK.GIVER_UNIT_ID, "tasks.reorganisation.given").stream())
                .toList();
    }

    private List<Affected> open(Handover handover, Field<UnitId> unit, String what) {
        if (handover.ended().isEmpty()) {
            return List.of();
        }
        var place =
                rowNumber().over().partitionBy(unit).orderBy(TASK.DUE_ON.asc().nullsLast(), TASK.ID);
        var ranked = db.select(
                        unit.as("unit"),
                        count().over().partitionBy(unit).as("all_of_it"),
                        TASK.ID,
                        TASK.TITLE,
                        TASK.DUE_ON,
                        place.as("place"))
                .from(TASK)
                .where(unit.eq(any(handover.ended().toArray(UnitId[]::new))))
                .and(TASK.CLOSED_AT.isNull())
                .and(unit == TASK.UNIT_ID ? TASK.SEVERAL.isFalse() : TASK.PARENT_ID.isNull())
                .asTable("ranked");
        var rows = db.selectFrom(ranked)
                .where(field(DSL.name("ranked", "place"), Integer.class).le(Affected.MOST))
                .orderBy(field(DSL.name("ranked", "unit")), field(DSL.name("ranked", "place")))
                .fetch(row -> new AffectedRows.Row(
                        row.value1(),
                        row.value2(),
                        new Affected.Item(
                                row.value4(),
                                "/tasks/" + row.value3(),
                                becomes(handover, row.value1(), row.value5()))));
        return new AffectedRows(Texts.text(what), access.scope(Capability.TASK_READ)).of(rows);
    }

    private static String becomes(
            Handover handover, UnitId unit, java.time.@org.jspecify.annotations.Nullable LocalDate due) {
        var heir = handover.keeper(unit).map(handover::name).orElse("");
        return due == null
                ? Texts.text("tasks.reorganisation.to", heir)
                : Texts.text("tasks.reorganisation.to-by", heir, Formats.date(due));
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        if (handover.handedOver().isEmpty()) {
            return;
        }
        journal.write(step(handover));
        journal.write(handed(handover, """
                update tasks.task t
                set unit_id = h.heir, former_unit_id = coalesce(t.former_unit_id, t.unit_id)
                from unnest({0}::uuid[], {1}::uuid[]) as h (unit, heir)
                where t.unit_id = h.unit and t.closed_at is null"""));
        journal.write(handed(handover, """
                update tasks.task t set giver_unit_id = h.heir
                from unnest({0}::uuid[], {1}::uuid[]) as h (unit, heir)
                where t.giver_unit_id = h.unit and t.closed_at is null"""));
    }

    private static Query handed(Handover handover, String sql) {
        return query(sql, val(handover.from()), val(handover.to()));
    }

    /** The task's own story says that another unit took it over. */
    private static Query step(Handover handover) {
        var texts = handover.keepers().entrySet().stream()
                .map(entry -> Texts.text(
                        "tasks.reorganisation.handed-over",
                        handover.formerName(entry.getKey()),
                        handover.name(entry.getValue()),
                        handover.author().document()))
                .toArray(String[]::new);
        return query(
                """
                insert into tasks.step (id, task_id, act, at, account_id, by_name, text)
                select uuidv7(), t.id, {2}, {3}, {4}, {5}, h.text
                from unnest({0}::uuid[], {1}::text[]) as h (unit, text)
                    join tasks.task t on t.unit_id = h.unit and t.closed_at is null""",
                val(handover.from()),
                val(texts),
                val(Deed.Act.HAND_OVER.name()),
                val(handover.author().at()),
                val(handover.author().by().account().value()),
                val(handover.author().by().name()));
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        var units = founded.toArray(UnitId[]::new);
        var facts = new HashMap<UnitId, Integer>();
        for (var unit : List.of(TASK.UNIT_ID, TASK.GIVER_UNIT_ID)) {
            db.select(unit, count())
                    .from(TASK)
                    .where(unit.eq(any(units)))
                    .groupBy(unit)
                    .forEach(row -> facts.merge(row.value1(), row.value2(), Integer::sum));
        }
        return facts;
    }
}
