package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.ROLE;
import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.AffectedRows;
import org.giaoban.organization.HandedRows;
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

    /** Who helps, once in every order, and orders that come again. */
    private static final List<String> HANDED_BESIDE = List.of(
            "update tasks.role r set unit_id = p.heir from (select distinct on (x.task_id, h.heir) x.id, h.heir from"
                    + HandedRows.PAIRS + "join tasks.role x on x.unit_id = h.unit "
                    + "join tasks.task t on t.id = x.task_id and t.closed_at is null where not exists "
                    + "(select from tasks.role o where o.task_id = x.task_id and o.unit_id = h.heir) "
                    + "order by x.task_id, h.heir, x.id) p where r.id = p.id",
            "update tasks.recurrence r set giver_unit_id = h.heir from" + HandedRows.PAIRS
                    + "where r.giver_unit_id = h.unit and r.ended_at is null",
            "insert into tasks.recurrence_unit (recurrence_id, unit_id) select distinct u.recurrence_id, h.heir from"
                    + HandedRows.PAIRS + "join tasks.recurrence_unit u on u.unit_id = h.unit "
                    + "join tasks.recurrence r on r.id = u.recurrence_id and r.ended_at is null on conflict do nothing",
            "delete from tasks.recurrence_unit u using" + HandedRows.PAIRS + ", tasks.recurrence r "
                    + "where u.unit_id = h.unit and r.id = u.recurrence_id and r.ended_at is null");

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
        journal.write(HandedRows.of(
                handover,
                "update tasks.task t set unit_id = h.heir, former_unit_id = coalesce(t.former_unit_id, t.unit_id) from"
                        + HandedRows.PAIRS + "where t.unit_id = h.unit and t.closed_at is null"));
        journal.write(HandedRows.of(
                handover,
                "update tasks.task t set giver_unit_id = h.heir from" + HandedRows.PAIRS
                        + "where t.giver_unit_id = h.unit and t.closed_at is null"));
        HANDED_BESIDE.forEach(statement -> journal.write(HandedRows.of(handover, statement)));
    }

    /** The task's own story says that another unit took it over. */
    private static Query step(Handover handover) {
        return HandedRows.of(
                handover,
                """
                insert into tasks.step (id, task_id, act, at, account_id, by_name, text)
                select uuidv7(), t.id, {3}, {4}, {5}, {6}, h.text
                from unnest({0}::uuid[], {1}::uuid[], {2}::text[]) as h (unit, heir, text)
                    join tasks.task t on t.unit_id = h.unit and t.closed_at is null""",
                val(HandedRows.words(handover, "tasks.reorganisation.handed-over")),
                val(Deed.Act.HAND_OVER.name()),
                val(handover.author().at()),
                val(handover.author().by().account().value()),
                val(handover.author().by().name()));
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return HandedRows.counts(db, founded, TASK.UNIT_ID, TASK.GIVER_UNIT_ID, ROLE.UNIT_ID);
    }
}
