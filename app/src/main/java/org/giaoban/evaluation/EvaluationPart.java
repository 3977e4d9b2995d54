package org.giaoban.evaluation;

import static org.giaoban.evaluation.db.Tables.FOLLOWER;
import static org.giaoban.evaluation.db.Tables.SCORE;
import static org.giaoban.evaluation.db.Tables.SHEET;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.HandedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who followed a branch follows its heir, and the heir judges by the sheet its units judged by; scores stay where they were given. */
@Component
@Transactional(readOnly = true)
class EvaluationPart implements ReorganisationPart {

    private static final int AFTER_MEETINGS = 56;
    private static final String KEYS = "evaluation.reorganisation.";
    private static final String RUNNING = "(f.valid_until is null or f.valid_until > {2}::date)";

    private final DSLContext db;

    EvaluationPart(DSLContext db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "evaluation";
    }

    @Override
    public String label() {
        return Texts.text(KEYS + "label");
    }

    @Override
    public int order() {
        return AFTER_MEETINGS;
    }

    @Override
    public boolean onlyFromTheDay() {
        return true;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        var affected = new ArrayList<>(
                HandedRows.summed(handover, Texts.text(KEYS + "followers"), followers(handover), KEYS + "followers."));
        affected.addAll(HandedRows.summed(handover, Texts.text(KEYS + "sheets"), sheets(handover), KEYS + "sheets."));
        return affected;
    }

    private Map<UnitId, Integer> followers(Handover handover) {
        return db.select(FOLLOWER.UNIT_ID, count())
                .from(FOLLOWER)
                .where(FOLLOWER.UNIT_ID.eq(any(handover.ended().toArray(UnitId[]::new))))
                .and(FOLLOWER.VALID_UNTIL.isNull().or(FOLLOWER.VALID_UNTIL.gt(handover.day())))
                .groupBy(FOLLOWER.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }

    private Map<UnitId, Integer> sheets(Handover handover) {
        return HandedRows.counts(db, handover.ended(), SHEET.OWNER_UNIT_ID);
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        var day = val(handover.day());
        journal.write(HandedRows.of(
                handover,
                """
                insert into evaluation.follower (id, person_id, unit_id, valid_from, valid_until, decision)
                select distinct on (h.heir, f.person_id) uuidv7(), f.person_id, h.heir, greatest(f.valid_from, {2}::date),
                    f.valid_until, f.decision
                from""" + HandedRows.PAIRS + "join evaluation.follower f on f.unit_id = h.unit and " + RUNNING + """
                 where not exists (select from evaluation.follower o where o.unit_id = h.heir and o.person_id = f.person_id
                    and daterange(o.valid_from, o.valid_until) && daterange(greatest(f.valid_from, {2}::date), f.valid_until))
                order by h.heir, f.person_id, f.valid_from""",
                day));
        journal.write(HandedRows.of(
                handover,
                "delete from evaluation.follower f using" + HandedRows.PAIRS
                        + "where f.unit_id = h.unit and f.valid_from >= {2}::date",
                day));
        journal.write(HandedRows.of(
                handover,
                "update evaluation.follower f set valid_until = {2}::date from" + HandedRows.PAIRS
                        + "where f.unit_id = h.unit and " + RUNNING,
                day));
        sheets(handover, journal);
    }

    /** The heir goes on with the newest sheet of the first of its units that has one; one that has its own keeps it. */
    private static void sheets(Handover handover, Journal journal) {
        journal.write(HandedRows.of(
                handover,
                """
                insert into evaluation.sheet (id, code, owner_unit_id, valid_from, body, made_by, made_at)
                select distinct on (h.heir, s.code) uuidv7(), s.code, h.heir, {2}::date, s.body, {3}, {4}
                from unnest({0}::uuid[], {1}::uuid[]) with ordinality as h (unit, heir, place)
                    join evaluation.sheet s on s.owner_unit_id = h.unit and s.valid_from <= {2}::date
                where not exists (select from evaluation.sheet o where o.owner_unit_id = h.heir and o.code = s.code)
                order by h.heir, s.code, h.place, s.valid_from desc
                on conflict do nothing""",
                val(handover.day()),
                val(handover.author().by().name()),
                val(handover.author().at())));
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return HandedRows.counts(db, founded, FOLLOWER.UNIT_ID, SHEET.OWNER_UNIT_ID, SCORE.UNIT_ID);
    }
}
