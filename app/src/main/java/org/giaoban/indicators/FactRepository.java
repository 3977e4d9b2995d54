package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.ARRIVAL;
import static org.giaoban.indicators.db.Tables.INDICATOR;
import static org.giaoban.indicators.db.Tables.INDICATOR_VALUE;
import static org.giaoban.indicators.db.Tables.OWNER;
import static org.giaoban.indicators.db.Tables.PAST_VALUE;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Values as they were said, the present ones and those before. */
@Repository
class FactRepository {

    /**
     * One statement takes in everything a source says. What it said before and says no more becomes "not reported"; a
     * value that changes keeps its former self among the past values; a value that stays keeps its version. Where anything
     * changed, the sheet gets a new stamp and waits to be counted.
     */
    private static final String TAKE_IN = """
            with said as (
                select * from unnest(?::smallint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::text[])
                    as s (indicator_id, value, numerator, denominator, qualifier, absence, place)
            ), present as (
                select v.*, a.source_id
                from indicators.indicator_value v
                join indicators.arrival a on a.cell_id = v.cell_id and a.id = v.arrival_id
                where v.cell_id = ? and v.unit_no = ? and v.period = ?
            ), news as (
                select * from said
                union all
                select p.indicator_id, null, null, null, null, 'NOT_REPORTED', null
                from present p
                where p.source_id = ? and p.indicator_id not in (select indicator_id from said)
            ), changed as (
                select n.*, coalesce(p.version, 0) + 1 as version
                from news n left join present p on p.indicator_id = n.indicator_id
                where p.indicator_id is null
                   or (p.value, p.numerator, p.denominator, p.qualifier, p.absence, p.source_id)
                      is distinct from (n.value, n.numerator, n.denominator, n.qualifier, n.absence, ?::uuid)
            ), arrived as (
                insert into indicators.arrival (cell_id, unit_no, period, source_kind, source_id, source_label, put_at, put_by_account_id)
                select ?, ?, ?, ?, ?, ?, ?, ? where exists (select from changed)
                returning id
            ), kept as (
                insert into indicators.past_value
                select p.cell_id, p.unit_no, p.period, p.indicator_id, p.version, p.arrival_id, p.value, p.numerator,
                       p.denominator, p.qualifier, p.absence, p.place, ?
                from present p join changed c on c.indicator_id = p.indicator_id
            ), stamped as (
                insert into indicators.sheet (cell_id, unit_no, period, stamp)
                select ?, ?, ?, id from arrived
                on conflict (cell_id, unit_no, period) do update set stamp = excluded.stamp
                returning cell_id, unit_no, period
            ), told as (
                insert into indicators.uncounted (cell_id, unit_no, period) select cell_id, unit_no, period from stamped
            )
            insert into indicators.indicator_value
                (cell_id, unit_no, period, indicator_id, version, arrival_id, value, numerator, denominator, qualifier, absence, place)
            select ?, ?, ?, c.indicator_id, c.version, a.id, c.value, c.numerator, c.denominator, c.qualifier, c.absence, c.place
            from changed c cross join arrived a
            order by c.indicator_id
            on conflict (cell_id, unit_no, period, indicator_id) do update set
                version = excluded.version, arrival_id = excluded.arrival_id, value = excluded.value,
                numerator = excluded.numerator, denominator = excluded.denominator,
                qualifier = excluded.qualifier, absence = excluded.absence, place = excluded.place
            """;

    /** A page shows no more rows than this behind one figure. */
    private static final int MOST_ROWS = 500;

    private final DSLContext db;

    FactRepository(DSLContext db) {
        this.db = db;
    }

    /** A fact whose indicator is known by its number. */
    record Said(short indicator, Figure figure, @Nullable String place) {}

    /** Who says it, where it belongs, when. */
    record Arrival(FactSource source, Owner owner, int period, Instant at, AccountId by) {}

    /** A stored value with where it came from; {@code replacedAt} is null for the present one. */
    record Row(
            UnitId unit,
            int period,
            Figure figure,
            @Nullable String place,
            int version,
            FactSource source,
            Instant at,
            AccountId by,
            @Nullable Instant replacedAt) {}

    /** Returns how many values changed. */
    int takeIn(Arrival arrival, List<Said> said) {
        var owner = arrival.owner();
        var source = arrival.source();
        var at = Timestamp.from(arrival.at());
        return db.execute(
                TAKE_IN,
                said.stream().map(Said::indicator).toArray(Short[]::new),
                column(said, FactRepository::value),
                column(said, FactRepository::numerator),
                column(said, FactRepository::denominator),
                said.stream().map(fact -> qualifier(fact.figure())).toArray(String[]::new),
                said.stream().map(fact -> absence(fact.figure())).toArray(String[]::new),
                said.stream().map(Said::place).toArray(String[]::new),
                owner.cell(),
                owner.number(),
                arrival.period(),
                source.id(),
                source.id(),
                owner.cell(),
                owner.number(),
                arrival.period(),
                source.kind(),
                source.id(),
                source.label(),
                at,
                arrival.by().value(),
                at,
                owner.cell(),
                owner.number(),
                arrival.period(),
                owner.cell(),
                owner.number(),
                arrival.period());
    }

    /** The values of exactly this period, by unit and indicator code. */
    Map<UnitId, Map<String, Figure>> own(Collection<Owner> owners, int period) {
        Map<UnitId, Map<String, Figure>> own = new HashMap<>();
        var v = INDICATOR_VALUE;
        db.select(OWNER.UNIT_ID, INDICATOR.CODE)
                .select(v.VALUE, v.NUMERATOR, v.DENOMINATOR, v.QUALIFIER, v.ABSENCE)
                .from(v)
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(v.UNIT_NO))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(v.INDICATOR_ID))
                .where(
                        v.PERIOD.eq(period),
                        v.CELL_ID.eq(OwnerRepository.cells(owners)),
                        v.UNIT_NO.eq(OwnerRepository.numbers(owners)))
                .forEach(row -> own.computeIfAbsent(row.get(OWNER.UNIT_ID), unit -> new HashMap<>())
                        .put(row.get(INDICATOR.CODE), figure(row)));
        return own;
    }

    /** The present values of an indicator in some units and periods, with their origin. */
    List<Row> rows(short indicator, Collection<Owner> owners, Collection<Integer> periods) {
        var v = INDICATOR_VALUE;
        return db.select(OWNER.UNIT_ID, v.PERIOD, v.VALUE, v.NUMERATOR, v.DENOMINATOR, v.QUALIFIER, v.ABSENCE)
                .select(v.PLACE, v.VERSION)
                .select(ORIGIN)
                .select(DSL.inline((Instant) null, ARRIVAL.PUT_AT).as("replaced_at"))
                .from(v)
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(v.UNIT_NO))
                .join(ARRIVAL)
                .on(ARRIVAL.CELL_ID.eq(v.CELL_ID), ARRIVAL.ID.eq(v.ARRIVAL_ID))
                .where(v.INDICATOR_ID.eq(indicator), v.PERIOD.in(periods))
                .and(v.CELL_ID.eq(OwnerRepository.cells(owners)))
                .and(v.UNIT_NO.eq(OwnerRepository.numbers(owners)))
                .orderBy(v.UNIT_NO, v.PERIOD)
                .limit(MOST_ROWS)
                .fetch(FactRepository::row);
    }

    /** What counted before in the same places, newest first. */
    List<Row> past(short indicator, Collection<Owner> owners, Collection<Integer> periods) {
        var v = PAST_VALUE;
        return db.select(OWNER.UNIT_ID, v.PERIOD, v.VALUE, v.NUMERATOR, v.DENOMINATOR, v.QUALIFIER, v.ABSENCE)
                .select(v.PLACE, v.VERSION)
                .select(ORIGIN)
                .select(v.REPLACED_AT)
                .from(v)
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(v.UNIT_NO))
                .join(ARRIVAL)
                .on(ARRIVAL.CELL_ID.eq(v.CELL_ID), ARRIVAL.ID.eq(v.ARRIVAL_ID))
                .where(v.INDICATOR_ID.eq(indicator), v.PERIOD.in(periods))
                .and(v.CELL_ID.eq(OwnerRepository.cells(owners)))
                .and(v.UNIT_NO.eq(OwnerRepository.numbers(owners)))
                .orderBy(v.REPLACED_AT.desc(), v.UNIT_NO, v.PERIOD)
                .limit(MOST_ROWS)
                .fetch(FactRepository::row);
    }

    private static final List<SelectField<?>> ORIGIN = List.of(
            ARRIVAL.SOURCE_KIND, ARRIVAL.SOURCE_ID, ARRIVAL.SOURCE_LABEL, ARRIVAL.PUT_AT, ARRIVAL.PUT_BY_ACCOUNT_ID);

    private static Row row(Record row) {
        return new Row(
                row.get(OWNER.UNIT_ID),
                row.get("period", int.class),
                figure(row),
                row.get("place", String.class),
                row.get("version", int.class),
                new FactSource(row.get(ARRIVAL.SOURCE_KIND), row.get(ARRIVAL.SOURCE_ID), row.get(ARRIVAL.SOURCE_LABEL)),
                row.get(ARRIVAL.PUT_AT),
                row.get(ARRIVAL.PUT_BY_ACCOUNT_ID),
                row.get("replaced_at", Instant.class));
    }

    static Figure figure(Record row) {
        var absence = row.get("absence", String.class);
        if (absence != null) {
            return Figure.missing(Absence.valueOf(absence));
        }
        var qualifier = row.get("qualifier", String.class);
        return new Figure.Present(
                row.get("value", BigDecimal.class),
                row.get("numerator", BigDecimal.class),
                row.get("denominator", BigDecimal.class),
                qualifier == null ? Qualifier.EXACT : Qualifier.valueOf(qualifier));
    }

    static @Nullable BigDecimal value(Figure figure) {
        return figure instanceof Figure.Present present ? present.value() : null;
    }

    static @Nullable BigDecimal numerator(Figure figure) {
        return figure instanceof Figure.Present present ? present.numerator() : null;
    }

    static @Nullable BigDecimal denominator(Figure figure) {
        return figure instanceof Figure.Present present ? present.denominator() : null;
    }

    static @Nullable String qualifier(Figure figure) {
        return figure instanceof Figure.Present present && present.qualifier() != Qualifier.EXACT
                ? present.qualifier().name()
                : null;
    }

    static @Nullable String absence(Figure figure) {
        return figure instanceof Figure.Missing missing ? missing.absence().name() : null;
    }

    private static BigDecimal[] column(
            List<Said> said, java.util.function.Function<Figure, @Nullable BigDecimal> part) {
        return said.stream().map(fact -> part.apply(fact.figure())).toArray(BigDecimal[]::new);
    }
}
