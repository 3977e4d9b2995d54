insert into indicators.owner (unit_id, cell_id)
select id, cell_id from organization.unit where code ~ '^SL-[0-9]{2}$'
on conflict do nothing;

with communes as (
    select o.cell_id, o.unit_no from indicators.owner o join organization.unit u on u.id = o.unit_id where u.code ~ '^SL-[0-9]{2}$'
),
arrivals as (
    insert into indicators.arrival (cell_id, unit_no, period, source_kind, source_id, source_label, put_at, put_by_account_id)
    select c.cell_id, c.unit_no, y * 100 + m, 'bench', uuidv7(), 'bench', now(), '00000000-0000-0000-0000-000000000000'
    from communes c, generate_series(2017, 2018) y, generate_series(1, 12) m
    returning cell_id, id, unit_no, period
)
insert into indicators.sheet_values (cell_id, unit_no, period, arrival_id, indicators, amounts)
select a.cell_id, a.unit_no, a.period, a.id, array_agg(v.indicator_id order by v.indicator_id),
       array_agg((20 + (a.unit_no * 7 + v.indicator_id * 3 + a.period) % 80)::numeric order by v.indicator_id)
from arrivals a, (select distinct indicator_id from indicators.indicator_version where type <> 'TEXT') v
group by a.cell_id, a.unit_no, a.period, a.id
on conflict do nothing;

insert into indicators.sheet (cell_id, unit_no, period, stamp)
select cell_id, unit_no, period, arrival_id from indicators.sheet_values
on conflict (cell_id, unit_no, period) do update set stamp = excluded.stamp;

insert into indicators.target (cell_id, unit_no, indicator_id, year, revision, value, decided_at, decided_by_account_id)
select o.cell_id, o.unit_no, v.indicator_id, 2018, 1, 700, now(), '00000000-0000-0000-0000-000000000000'
from indicators.owner o, indicators.indicator_version v
where v.type <> 'TEXT'
on conflict do nothing;

insert into indicators.plan (cell_id, unit_no, year)
select distinct cell_id, unit_no, year from indicators.target
on conflict (cell_id, unit_no, year) do update set stamp = excluded.stamp;

analyze;
