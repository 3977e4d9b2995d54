package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.ARRIVAL;
import static org.giaoban.indicators.db.Tables.OWNER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.giaoban.indicators.TargetClaims.Goal;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record2;
import org.springframework.stereotype.Repository;

/** Writes the targets of heirs, all of them in four statements. */
@Repository
class HandedTargets {

    private static final String LINES =
            "unnest({0}::uuid[], {1}::smallint[], {2}::smallint[]) as l (unit, indicator, year) "
                    + "join indicators.owner o on o.unit_id = l.unit";

    private final DSLContext db;
    private final PlanRepository plans;

    HandedTargets(DSLContext db, PlanRepository plans) {
        this.db = db;
        this.plans = plans;
    }

    /** A target an heir gets; {@code revision} is the last it had. */
    record Line(Goal goal, BigDecimal value, Phasing phasing, int revision) {}

    void write(List<Line> lines, Handover.Author author, Journal journal) {
        if (lines.isEmpty()) {
            return;
        }
        var heirs = column(lines, line -> line.goal().heir().value(), UUID[]::new);
        journal.write(query(
                "insert into indicators.owner (unit_id, cell_id) select distinct id, cell_id from organization.unit "
                        + "where id = any ({0}::uuid[]) on conflict do nothing",
                val(heirs)));
        journal.write(of(
                lines,
                "update indicators.target t set superseded_at = {3} from " + LINES + " where t.cell_id = o.cell_id "
                        + "and t.unit_no = o.unit_no and t.indicator_id = l.indicator and t.year = l.year and t.superseded_at is null",
                author));
        // phasings come as one text per line, because rows of arrays must all be of one length
        journal.write(of(
                lines,
                "insert into indicators.target (cell_id, unit_no, indicator_id, year, revision, value, phasing, reason, "
                        + "decided_at, decided_by_account_id) select o.cell_id, o.unit_no, l.indicator, l.year, l.revision, l.value, "
                        + "nullif(l.phasing, '')::numeric[], {4}, {3}, {5} from unnest({0}::uuid[], {1}::smallint[], {2}::smallint[], "
                        + "{6}::smallint[], {7}::numeric[], {8}::text[]) as l (unit, indicator, year, revision, value, phasing) "
                        + "join indicators.owner o on o.unit_id = l.unit",
                author));
        journal.write(of(
                lines,
                "insert into indicators.plan (cell_id, unit_no, year) select distinct o.cell_id, o.unit_no, l.year from "
                        + LINES + " on conflict (cell_id, unit_no, year) do update set stamp = excluded.stamp",
                author));
        plans.changed();
    }

    private static Query of(List<Line> lines, String sql, Handover.Author author) {
        return query(
                sql,
                val(column(lines, line -> line.goal().heir().value(), UUID[]::new)),
                val(column(lines, line -> line.goal().indicator().id(), Short[]::new)),
                val(column(lines, line -> (short) line.goal().year(), Short[]::new)),
                val(author.at()),
                val(author.document()),
                val(author.by().account().value()),
                val(column(lines, line -> (short) (line.revision() + 1), Short[]::new)),
                val(column(lines, Line::value, BigDecimal[]::new)),
                val(column(lines, HandedTargets::phasing, String[]::new)));
    }

    private static String phasing(Line line) {
        return line.phasing().shares().isEmpty()
                ? ""
                : line.phasing().shares().stream()
                        .map(BigDecimal::toPlainString)
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static <V> V[] column(List<Line> lines, Function<Line, V> value, IntFunction<V[]> type) {
        return lines.stream().map(value).toArray(type);
    }

    /** How often values arrived for the units. */
    Map<UnitId, Integer> counts(Collection<UnitId> units) {
        return db.select(OWNER.UNIT_ID, count())
                .from(OWNER)
                .join(ARRIVAL)
                .on(ARRIVAL.CELL_ID.eq(OWNER.CELL_ID), ARRIVAL.UNIT_NO.eq(OWNER.UNIT_NO))
                .where(OWNER.UNIT_ID.eq(any(units.toArray(UnitId[]::new))))
                .groupBy(OWNER.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }
}
