package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Adds values up over units and over time, in one statement for a whole table of figures. */
@Repository
class RollUpRepository {

    /**
     * Bucket: one of the periods asked for. Slot: grain × 100 + the place of a stored month within that period, found in
     * an array instead of a join, because the planner cannot guess how many rows such joins leave. Grain: what the unit
     * said for exactly the period asked (1) goes before its months (2), those before its quarters (3). Branch: a direct
     * child of the root, 0 the root itself. Last: the place of the period's last month.
     */
    private static final String ROLL_UP = """
            with slotted as (
                select b.bucket, v.unit_no, v.indicator_id,
                       (?::int[])[b.bucket * ? + v.period - ? + 1] as slot,
                       v.indicator_id = any (?::smallint[]) as takes_last,
                       v.value, v.numerator, v.denominator, v.absence, v.version,
                       case v.qualifier when 'OVER' then 1 when 'NEARLY' then 2 when 'ABOUT' then 4 else 0 end as qualifier
                from indicators.indicator_value v cross join generate_series(0, ?) as b (bucket)
                where v.cell_id = any (?::smallint[]) and v.unit_no = any (?::int[]) and v.period = any (?::int[])
                  and v.indicator_id = any (?::smallint[])
            ), per_grain as (
                select bucket, unit_no, indicator_id, slot / 100 as grain, takes_last,
                       sum(value) as total, sum(numerator) as numerators, sum(denominator) as denominators,
                       count(value) as amounts, count(denominator) as shares,
                       max(array[slot, value, numerator, denominator, qualifier])
                           filter (where takes_last and value is not null) as latest,
                       bit_or(qualifier) as qualifiers,
                       max(slot) filter (where absence is distinct from 'NOT_REPORTED') % 100 as said_until,
                       min(absence) as absence,
                       sum(version) as version
                from slotted
                where slot > 0
                group by bucket, unit_no, indicator_id, slot / 100, takes_last
            ), per_unit as (
                select distinct on (bucket, unit_no, indicator_id) *,
                       sum(version) over (partition by bucket, unit_no, indicator_id) as versions
                from per_grain
                order by bucket, unit_no, indicator_id, said_until is null, grain
            ), tree as (
                select * from unnest(?::int[], ?::int[], ?::int[], ?::int[]) as t (bucket, unit_no, branch, last)
            )
            select t.bucket, t.branch, u.indicator_id,
                   sum(case when takes_last then latest[2] else total end) as value,
                   sum(total) as every,
                   sum(case when takes_last then latest[3] else numerators end) as numerator,
                   sum(case when takes_last then latest[4] else denominators end) as denominator,
                   count(*) filter (where amounts > 0 and said_until = last) as present,
                   count(*) filter (where amounts > 0 and said_until < last) as partial,
                   count(*) filter (where amounts = 0 and absence = 'NONE') as none,
                   count(*) filter (where amounts = 0 and absence = 'NOT_APPLICABLE') as not_applicable,
                   sum(case when takes_last then (amounts > 0 and latest[4] is null)::int else amounts - shares end) as bare,
                   bit_or(case when takes_last then coalesce(latest[5]::int, 0) else qualifiers end) as qualifiers,
                   sum(versions) as version
            from per_unit u join tree t on t.bucket = u.bucket and t.unit_no = u.unit_no
            group by t.bucket, t.branch, u.indicator_id
            order by t.bucket, t.branch, u.indicator_id
            """;

    private static final int GRAIN = 100;

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
        var slots = new Slots(spans);
        var last = spans.stream().collect(Collectors.toMap(Span::bucket, Span::last, Math::max));
        return db.resultQuery(
                        ROLL_UP,
                        slots.places(),
                        slots.stride(),
                        slots.first(),
                        wanted.stream()
                                .filter(Wanted::takesLast)
                                .map(Wanted::id)
                                .toArray(Short[]::new),
                        slots.buckets() - 1,
                        tree.stream().map(Leaf::cell).distinct().toArray(Short[]::new),
                        tree.stream().map(Leaf::unit).distinct().toArray(Integer[]::new),
                        spans.stream().map(Span::period).distinct().toArray(Integer[]::new),
                        wanted.stream().map(Wanted::id).toArray(Short[]::new),
                        tree.stream().map(Leaf::bucket).toArray(Integer[]::new),
                        tree.stream().map(Leaf::unit).toArray(Integer[]::new),
                        tree.stream().map(Leaf::branch).toArray(Integer[]::new),
                        tree.stream()
                                .map(leaf -> last.getOrDefault(leaf.bucket(), 1))
                                .toArray(Integer[]::new))
                .fetch(RollUpRepository::cell);
    }

    /** For every bucket a row of numbers, one for each period key from the first to the last; 0 where nothing belongs. */
    private record Slots(Integer[] places, int stride, int first, int buckets) {

        private Slots(List<Span> spans) {
            this(
                    spans,
                    first(spans),
                    stride(spans),
                    1 + spans.stream().mapToInt(Span::bucket).max().orElse(0));
        }

        private Slots(List<Span> spans, int first, int stride, int buckets) {
            this(places(spans, first, stride, buckets), stride, first, buckets);
        }

        private static int first(List<Span> spans) {
            return spans.stream().mapToInt(Span::period).min().orElse(0);
        }

        private static int stride(List<Span> spans) {
            return spans.stream().mapToInt(Span::period).max().orElse(0) - first(spans) + 1;
        }

        private static Integer[] places(List<Span> spans, int first, int stride, int buckets) {
            var places = new Integer[stride * buckets];
            Arrays.fill(places, 0);
            for (var span : spans) {
                places[span.bucket() * stride + span.period() - first] = (span.grain() + 1) * GRAIN + span.place();
            }
            return places;
        }
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
