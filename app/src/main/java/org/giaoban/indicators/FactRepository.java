package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.ARRIVAL;
import static org.giaoban.indicators.db.Tables.INDICATOR;
import static org.giaoban.indicators.db.Tables.INDICATOR_VALUE;
import static org.giaoban.indicators.db.Tables.OWNER;
import static org.giaoban.indicators.db.Tables.PAST_VALUE;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.giaoban.platform.FixedStatements;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Values as they were said, the present ones and those before. */
@Repository
class FactRepository {

    private static final ValuesOfYear OWN = new ValuesOfYear("""
            select i.code, v.value, v.numerator, v.denominator, v.qualifier, v.absence
            from indicators.indicator_value%year v join indicators.indicator i on i.id = v.indicator_id
            where v.cell_id = ? and v.unit_no = ? and v.period = ?""");

    /** A page shows no more rows than this behind one figure. */
    private static final int MOST_ROWS = 500;

    private final DSLContext db;
    private final FixedStatements statements;

    FactRepository(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
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

    /** The values of exactly this period of one unit, by indicator code. */
    Map<String, Figure> own(Owner owner, int period) {
        var own = new HashMap<String, Figure>();
        statements
                .query(
                        OWN.of(period),
                        (row, number) -> Map.entry(row.getString(1), figure(row, 2)),
                        owner.cell(),
                        owner.number(),
                        period)
                .forEach(each -> own.put(each.getKey(), each.getValue()));
        return own;
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

    /** The figure whose five columns begin at the given one. */
    static Figure figure(ResultSet row, int first) throws SQLException {
        var absence = row.getString(first + 4);
        if (absence != null) {
            return Figure.missing(Absence.valueOf(absence));
        }
        var qualifier = row.getString(first + 3);
        return new Figure.Present(
                row.getBigDecimal(first),
                row.getBigDecimal(first + 1),
                row.getBigDecimal(first + 2),
                qualifier == null ? Qualifier.EXACT : Qualifier.valueOf(qualifier));
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
}
