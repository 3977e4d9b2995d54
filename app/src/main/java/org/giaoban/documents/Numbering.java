package org.giaoban.documents;

import static org.giaoban.documents.db.Tables.LETTERHEAD;
import static org.giaoban.documents.db.Tables.REGISTER;
import static org.giaoban.documents.db.Tables.TERM;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Records;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The numbers a unit's documents have reached, and the statements by which an heir begins its own or goes on with them. */
@Repository
@Transactional(readOnly = true)
public class Numbering {

    private final DSLContext db;

    Numbering(DSLContext db) {
        this.db = db;
    }

    /** The last number of one type of document in a series that runs on the day. */
    public record Line(UnitId unit, String series, String type, int last) {}

    /** A unit and the one that takes its place. */
    public record Pair(UnitId unit, UnitId heir) {}

    /** Series of the term or the year that the day lies in. */
    public List<Line> running(Collection<UnitId> units, LocalDate day) {
        if (units.isEmpty()) {
            return List.of();
        }
        return db.select(REGISTER.UNIT_ID, REGISTER.SERIES, REGISTER.TYPE, REGISTER.LAST_NUMBER)
                .from(REGISTER)
                .leftJoin(TERM)
                .on(TERM.UNIT_ID.eq(REGISTER.UNIT_ID), TERM.CODE.eq(REGISTER.SERIES))
                .where(REGISTER.UNIT_ID.eq(any(units.toArray(UnitId[]::new))))
                .and(TERM.FROM_ON
                        .lt(day)
                        .and(TERM.UNTIL_ON.ge(day))
                        .or(REGISTER.SERIES.eq(String.valueOf(day.getYear()))))
                .orderBy(REGISTER.UNIT_ID, REGISTER.SERIES, REGISTER.TYPE)
                .fetch(Records.mapping(Line::new));
    }

    /** The term of a unit that ends, ends with it. */
    public static Query endTerms(Collection<UnitId> units, LocalDate day) {
        return query(
                "update documents.term set until_on = {1}::date "
                        + "where unit_id = any ({0}::uuid[]) and from_on < {1}::date and until_on > {1}::date",
                val(units.stream().map(UnitId::value).toArray(UUID[]::new)), val(day));
    }

    /** Each heir writes under the letterhead of the first of its units that has one, with its own name. */
    public static Query letterheads(List<Pair> pairs, LocalDate day, List<String> names) {
        return query(
                """
                insert into documents.letterhead (unit_id, valid_from, symbol, superior, name, place)
                select distinct on (h.heir) h.heir, {2}::date, l.symbol, l.superior, left(h.name, 160), l.place
                from unnest({0}::uuid[], {1}::uuid[], {3}::text[]) with ordinality as h (unit, heir, name, place)
                    join documents.letterhead l on l.unit_id = h.unit and l.valid_from <= {2}::date
                order by h.heir, h.place, l.valid_from desc
                on conflict do nothing""",
                val(pairs.stream().map(pair -> pair.unit().value()).toArray(UUID[]::new)),
                val(pairs.stream().map(pair -> pair.heir().value()).toArray(UUID[]::new)),
                val(day),
                val(names.toArray(String[]::new)));
    }

    /** The heir goes on in the unit's term; to come before the term is ended. */
    public static Query term(Pair pair, LocalDate day) {
        return query("""
                insert into documents.term (unit_id, code, from_on, until_on)
                select {1}, code, {2}::date, until_on from documents.term
                where unit_id = {0} and from_on < {2}::date and until_on > {2}::date
                on conflict do nothing""", val(pair.unit().value()), val(pair.heir().value()), val(day));
    }

    /** The heir goes on counting where the unit stopped. */
    public static Query register(Pair pair, Collection<Line> lines) {
        var mine =
                lines.stream().filter(line -> line.unit().equals(pair.unit())).toList();
        return query(
                """
                insert into documents.register (unit_id, series, type, last_number)
                select {0}, series, type, last from unnest({1}::text[], {2}::text[], {3}::int[]) as l (series, type, last)
                on conflict do nothing""",
                val(pair.heir().value()),
                val(mine.stream().map(Line::series).toArray(String[]::new)),
                val(mine.stream().map(Line::type).toArray(String[]::new)),
                val(mine.stream().map(Line::last).toArray(Integer[]::new)));
    }

    /** How many documents these units issued, and how many heads of paper and terms they have. */
    public Map<UnitId, Integer> counts(Collection<UnitId> units) {
        var ids = units.toArray(UnitId[]::new);
        var counts = new HashMap<UnitId, Integer>();
        db.select(REGISTER.UNIT_ID, count())
                .from(REGISTER)
                .where(REGISTER.UNIT_ID.eq(any(ids)))
                .groupBy(REGISTER.UNIT_ID)
                .unionAll(db.select(LETTERHEAD.UNIT_ID, count())
                        .from(LETTERHEAD)
                        .where(LETTERHEAD.UNIT_ID.eq(any(ids)))
                        .groupBy(LETTERHEAD.UNIT_ID))
                .unionAll(db.select(TERM.UNIT_ID, count())
                        .from(TERM)
                        .where(TERM.UNIT_ID.eq(any(ids)))
                        .groupBy(TERM.UNIT_ID))
                .forEach(row -> counts.merge(row.value1(), row.value2(), Integer::sum));
        return counts;
    }
}
