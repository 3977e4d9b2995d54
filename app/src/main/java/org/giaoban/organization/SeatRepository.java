package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.MANDATE;
import static org.giaoban.organization.db.Tables.POST;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record2;
import org.springframework.stereotype.Repository;

/** Mandates as a reorganisation moves them: many at once. */
@Repository
class SeatRepository {

    private static final int DECISION = 120;

    private final DSLContext db;

    SeatRepository(DSLContext db) {
        this.db = db;
    }

    /** A mandate without its title. */
    record Seat(UUID id, PersonId person, UnitId unit, String post, String postName, boolean single, DateRange valid) {}

    /** Mandates in the units that run on the day or begin after it, most senior first. */
    List<Seat> running(Collection<UnitId> units, LocalDate day) {
        if (units.isEmpty()) {
            return List.of();
        }
        var name = Texts.language().equals("en") ? POST.NAME_EN : POST.NAME_VI;
        return db.select(
                        MANDATE.ID,
                        MANDATE.PERSON_ID,
                        MANDATE.UNIT_ID,
                        MANDATE.POST,
                        name,
                        MANDATE.SINGLE,
                        Days.from(MANDATE.VALID),
                        Days.until(MANDATE.VALID))
                .from(MANDATE)
                .join(POST)
                .on(POST.CODE.eq(MANDATE.POST))
                .where(MANDATE.UNIT_ID.eq(any(units.toArray(UnitId[]::new))))
                .and(condition("{0} && daterange({1}::date, null)", MANDATE.VALID, val(day)))
                .orderBy(POST.RANK, Days.from(MANDATE.VALID), MANDATE.ID)
                .fetch(row -> new Seat(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        Days.range(row.value7(), row.value8())));
    }

    Map<UnitId, Integer> counts(Collection<UnitId> units) {
        return db.select(MANDATE.UNIT_ID, count())
                .from(MANDATE)
                .where(MANDATE.UNIT_ID.eq(any(units.toArray(UnitId[]::new))))
                .groupBy(MANDATE.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }

    static Query cut(List<UUID> ids, LocalDate day) {
        return query("""
                update organization.mandate set valid = daterange(lower(valid), {1}::date)
                where id = any ({0}::uuid[]) and lower(valid) < {1}::date""", val(ids.toArray(UUID[]::new)), val(day));
    }

    /** What was to begin later never began there. */
    static Query withdrawn(List<UUID> ids, LocalDate day) {
        return query(
                "delete from organization.mandate where id = any ({0}::uuid[]) and lower(valid) >= {1}::date",
                val(ids.toArray(UUID[]::new)), val(day));
    }

    static Query begun(List<Seat> seats, String document) {
        return query(
                """
                insert into organization.mandate (id, person_id, unit_id, post, single, method, valid, decision)
                select m.id, m.person, m.unit, m.post, m.single, {7}, daterange(m.first, m.until), {8}
                from unnest({0}::uuid[], {1}::uuid[], {2}::uuid[], {3}::text[], {4}::boolean[], {5}::date[], {6}::date[])
                    as m (id, person, unit, post, single, first, until)""",
                val(seats.stream().map(Seat::id).toArray(UUID[]::new)),
                val(seats.stream().map(seat -> seat.person().value()).toArray(UUID[]::new)),
                val(seats.stream().map(seat -> seat.unit().value()).toArray(UUID[]::new)),
                val(seats.stream().map(Seat::post).toArray(String[]::new)),
                val(seats.stream().map(Seat::single).toArray(Boolean[]::new)),
                val(seats.stream().map(seat -> seat.valid().from()).toArray(LocalDate[]::new)),
                val(seats.stream().map(seat -> seat.valid().until()).toArray(LocalDate[]::new)),
                val(Method.APPOINTED.name()),
                val(document.substring(0, Math.min(document.length(), DECISION))));
    }
}
