package org.giaoban.membership;

import static org.giaoban.membership.db.Tables.ABSENCE;
import static org.giaoban.membership.db.Tables.MEMBER;
import static org.giaoban.membership.db.Tables.STANDING;
import static org.giaoban.membership.db.Tables.STAY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.HandedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Texts;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members of a branch that ends belong to its heir from that day; where they belonged until then stays written. */
@Component
@Transactional(readOnly = true)
class MembersPart implements ReorganisationPart {

    private static final int AFTER_FILES = 16;
    private static final String KEYS = "membership.reorganisation.";

    private final DSLContext db;

    MembersPart(DSLContext db) {
        this.db = db;
    }

    /** Somebody who belongs to a branch on the day, and until when as far as is known. */
    private record Here(
            UUID stay,
            PersonId person,
            @Nullable LocalDate until,
            @Nullable String leftBy) {}

    @Override
    public String name() {
        return "members";
    }

    @Override
    public String label() {
        return Texts.text(KEYS + "label");
    }

    @Override
    public int order() {
        return AFTER_FILES;
    }

    @Override
    public boolean onlyFromTheDay() {
        return true;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        var counts = db.select(STAY.UNIT_ID, count())
                .from(STAY)
                .where(belongs(handover.ended(), handover.day()))
                .groupBy(STAY.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
        return HandedRows.summed(handover, label(), counts, KEYS);
    }

    /** On the day or later. */
    private static Condition belongs(Collection<UnitId> units, LocalDate day) {
        return STAY.UNIT_ID
                .eq(any(units.toArray(UnitId[]::new)))
                .and(STAY.VALID_UNTIL.isNull().or(STAY.VALID_UNTIL.gt(day)));
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        var belonging = db.select(STAY.ID, STAY.PERSON_ID, STAY.VALID_UNTIL, STAY.LEFT_BY)
                .from(STAY)
                .where(belongs(handover.handedOver(), handover.day()))
                .fetch(Records.mapping(Here::new));
        if (belonging.isEmpty()) {
            return;
        }
        stays(handover, belonging, journal);
        var persons = val(
                belonging.stream().map(one -> one.person().value()).distinct().toArray(UUID[]::new));
        journal.write(HandedRows.of(
                handover,
                "update membership.member m set unit_id = h.heir, version = m.version + 1 from" + HandedRows.PAIRS
                        + "where m.unit_id = h.unit and m.person_id = any ({2}::uuid[])",
                persons));
        for (var table : List.of("standing", "absence")) {
            journal.write(HandedRows.of(
                    handover,
                    "update membership." + table + " m set unit_id = h.heir from" + HandedRows.PAIRS
                            + "where m.unit_id = h.unit and m.person_id = any ({2}::uuid[])",
                    persons));
        }
    }

    /** Ends the stays in the old branches and begins others in the heirs; what was to begin later begins there. */
    private static void stays(Handover handover, List<Here> belonging, Journal journal) {
        var day = val(handover.day());
        var note = val(shortened(handover.author().document()));
        var ids = val(belonging.stream().map(Here::stay).toArray(UUID[]::new));
        journal.write(HandedRows.of(
                handover,
                "update membership.stay s set unit_id = h.heir from" + HandedRows.PAIRS
                        + "where s.unit_id = h.unit and s.id = any ({2}::uuid[]) and s.valid_from >= {3}::date",
                ids,
                day));
        journal.write(HandedRows.of(
                handover,
                "update membership.stay s set valid_until = {3}::date, left_by = 'TRANSFERRED', note = {4} from"
                        + HandedRows.PAIRS + "where s.unit_id = h.unit and s.id = any ({2}::uuid[])",
                ids,
                day,
                note));
        journal.write(HandedRows.of(
                handover,
                "insert into membership.stay (id, person_id, unit_id, valid_from, valid_until, arrived, left_by, note) "
                        + "select uuidv7(), s.person_id, h.heir, {3}::date, b.until, 'TRANSFERRED', b.left_by, {4} from"
                        + HandedRows.PAIRS + "join membership.stay s on s.unit_id = h.unit "
                        + "join unnest({2}::uuid[], {5}::date[], {6}::text[]) as b (id, until, left_by) on b.id = s.id",
                ids,
                day,
                note,
                until(belonging),
                val(belonging.stream().map(Here::leftBy).toArray(String[]::new))));
    }

    private static Field<?> until(List<Here> belonging) {
        return val(belonging.stream().map(Here::until).toArray(LocalDate[]::new));
    }

    private static String shortened(String document) {
        return document.substring(0, Math.min(document.length(), 300));
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return HandedRows.counts(db, founded, MEMBER.UNIT_ID, STAY.UNIT_ID, STANDING.UNIT_ID, ABSENCE.UNIT_ID);
    }
}
