package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Adds values up over units and over time, in one statement for a whole table of figures. */
@Repository
class RollUpRepository {

    /**
     * Bucket: one of the periods asked for. Branch: a direct child of the root, or 0 for the root itself. Grain: where
     * the same unit said it for exactly the period asked (0), for its months (1) and for its quarters (2), the first
     * wins. Last: the place of the period's last month.
     */
    private static final String ROLL_UP = """
            with tree as (
                select * from unnest(?::int[], ?::int[], ?::smallint[], ?::int[]) as t (bucket, unit_no, cell_id, branch)
            ), span as (
                select * from unnest(?::int[], ?::int[], ?::int[], ?::int[], ?::int[]) as s (bucket, period, grain, place, last)
            ), wanted as (
                select * from unnest(?::smallint[], ?::boolean[]) as w (id, takes_last)
            ), said as (
                select s.bucket, t.branch, v.unit_no, v.indicator_id, w.takes_last, s.grain, s.place, s.last,
                       v.value, v.numerator, v.denominator, v.qualifier, v.absence, v.version,
                       min(s.grain) filter (where v.absence is distinct from 'NOT_REPORTED')
                           over (partition by s.bucket, v.unit_no, v.indicator_id) as finest
                from indicators.indicator_value v
                join span s on s.period = v.period
                join tree t on t.bucket = s.bucket and t.unit_no = v.unit_no and t.cell_id = v.cell_id
                join wanted w on w.id = v.indicator_id
                where v.cell_id = any (?::smallint[]) and v.unit_no = any (?::int[]) and v.period = any (?::int[])
                  and v.indicator_id = any (?::smallint[])
            ), ranked as (
                select *, row_number() over (partition by bucket, unit_no, indicator_id
                                             order by value is null or grain <> finest, place desc) as recency
                from said
            ), per_unit as (
                select bucket, branch, unit_no, indicator_id, last,
                       case when bool_and(takes_last) then max(value) filter (where recency = 1)
                            else sum(value) filter (where grain = finest) end as value,
                       sum(value) filter (where grain = finest) as every,
                       case when bool_and(takes_last) then max(numerator) filter (where recency = 1)
                            else sum(numerator) filter (where grain = finest) end as numerator,
                       case when bool_and(takes_last) then max(denominator) filter (where recency = 1)
                            else sum(denominator) filter (where grain = finest) end as denominator,
                       count(*) filter (where grain = finest and value is not null and denominator is null
                                          and (recency = 1 or not takes_last)) as bare,
                       coalesce(bit_or(case qualifier when 'OVER' then 1 when 'NEARLY' then 2 when 'ABOUT' then 4 else 0 end)
                                filter (where grain = finest and (recency = 1 or not takes_last)), 0) as qualifiers,
                       max(place) filter (where grain = finest and absence is distinct from 'NOT_REPORTED') as said_until,
                       min(absence) filter (where grain = finest) as absence,
                       sum(version) as version
                from ranked
                group by bucket, branch, unit_no, indicator_id, last
            )
            select bucket, branch, indicator_id,
                   sum(value) as value, sum(every) as every, sum(numerator) as numerator, sum(denominator) as denominator,
                   count(*) filter (where value is not null and said_until = last) as present,
                   count(*) filter (where value is not null and said_until < last) as partial,
                   count(*) filter (where value is null and absence = 'NONE') as none,
                   count(*) filter (where value is null and absence = 'NOT_APPLICABLE') as not_applicable,
                   sum(bare) as bare,
                   bit_or(qualifiers) as qualifiers,
                   sum(version) as version
            from per_unit
            group by bucket, branch, indicator_id
            order by bucket, branch, indicator_id
            """;

    private final DSLContext db;

    RollUpRepository(DSLContext db) {
        this.db = db;
    }

    /** Where a unit counts in one of the periods asked for. */
    record Leaf(int bucket, int unit, short cell, int branch) {}

    /** A stored period that belongs to one of the periods asked for. */
    record Span(int bucket, int period, int grain, int place, int last) {}

    /** An indicator asked for. */
    record Wanted(short id, boolean takesLast) {}

    /** What came together under one branch. */
    record Cell(int bucket, int branch, short indicator, Tally tally) {}

    List<Cell> rollUp(List<Leaf> tree, List<Span> spans, List<Wanted> wanted) {
        if (tree.isEmpty() || spans.isEmpty() || wanted.isEmpty()) {
            return List.of();
        }
        return db.resultQuery(
                        ROLL_UP,
                        tree.stream().map(Leaf::bucket).toArray(Integer[]::new),
                        tree.stream().map(Leaf::unit).toArray(Integer[]::new),
                        tree.stream().map(Leaf::cell).toArray(Short[]::new),
                        tree.stream().map(Leaf::branch).toArray(Integer[]::new),
                        spans.stream().map(Span::bucket).toArray(Integer[]::new),
                        spans.stream().map(Span::period).toArray(Integer[]::new),
                        spans.stream().map(Span::grain).toArray(Integer[]::new),
                        spans.stream().map(Span::place).toArray(Integer[]::new),
                        spans.stream().map(Span::last).toArray(Integer[]::new),
                        wanted.stream().map(Wanted::id).toArray(Short[]::new),
                        wanted.stream().map(Wanted::takesLast).toArray(Boolean[]::new),
                        tree.stream().map(Leaf::cell).distinct().toArray(Short[]::new),
                        tree.stream().map(Leaf::unit).distinct().toArray(Integer[]::new),
                        spans.stream().map(Span::period).distinct().toArray(Integer[]::new),
                        wanted.stream().map(Wanted::id).toArray(Short[]::new))
                .fetch(RollUpRepository::cell);
    }

    private static Cell cell(Record row) {
        return new Cell(
                row.get("bucket", int.class),
                row.get("branch", int.class),
                row.get("indicator_id", short.class),
                new Tally(
                        new Tally.Sums(
                                row.get("value", BigDecimal.class),
                                row.get("every", BigDecimal.class),
                                row.get("numerator", BigDecimal.class),
                                row.get("denominator", BigDecimal.class)),
                        new Tally.Heads(
                                row.get("present", int.class),
                                row.get("partial", int.class),
                                row.get("none", int.class),
                                row.get("not_applicable", int.class),
                                row.get("bare", int.class)),
                        row.get("qualifiers", int.class),
                        row.get("version", long.class)));
    }
}
