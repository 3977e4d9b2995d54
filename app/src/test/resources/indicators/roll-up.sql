-- The roll-up as one statement, as the product first had it: slow, and the measure of what RollUp adds up.
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
