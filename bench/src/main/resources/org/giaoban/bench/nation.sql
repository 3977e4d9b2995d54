-- A country: PROVINCES provinces of 97 communes with 16 grassroots units each; every one of these says the 40 indicators of
-- the measured form in every month of 2025 but the last, which comes by the file. The server's own counting is told nothing.
create temporary table planted as
with places as (
    select 0 as level, 'VN' as code, null::text as above, 1 as cell
    union all
    select 1, 'VN-' || p, 'VN', p from generate_series(1, PROVINCES) p
    union all
    select 2, 'VN-' || p || '-' || c, 'VN-' || p, 1 + (p * 97 + c) % 4096
    from generate_series(1, PROVINCES) p, generate_series(1, 97) c
    union all
    select 3, 'VN-' || p || '-' || c || '-' || u, 'VN-' || p || '-' || c, 1 + (p * 97 + c) % 4096
    from generate_series(1, PROVINCES) p, generate_series(1, 97) c, generate_series(1, 16) u
)
select *, uuidv7() as id from places;
create index on planted (code);

insert into organization.unit (id, code, cell_id) select id, code, cell from planted order by level;
set constraints all deferred;
insert into organization.unit_version (unit_id, valid, name, short_name, kind, parent_unit_id, basis)
select p.id, daterange('2020-01-01', null),
       (array['Cả nước', 'Tỉnh', 'Xã', 'Cơ sở'])[p.level + 1] || ' ' || p.code, p.code,
       (array['TINH_UY', 'TINH_UY', 'DANG_UY_XA_2025', 'DANG_UY_CO_SO'])[p.level + 1], a.id, 'bench'
from planted p left join planted a on a.code = p.above
order by p.level;
with number as (
    update organization.tree_state set version = nextval('organization.tree_version') returning version
)
insert into organization.unit_change (unit_id, version) select p.id, version from planted p, number;

insert into indicators.owner (unit_id, cell_id) select id, cell from planted where level = 3 order by code;

create temporary table asked as
select i.id as indicator_id, (c.place - 1)::int as at
from unnest(string_to_array('CODES', ',')) with ordinality as c (code, place) join indicators.indicator i using (code);

-- The unit's number in the order in which files name units.
create temporary table numbered as
select o.unit_no, o.cell_id, p.id as unit_id,
       ((split_part(p.code, '-', 2)::int - 1) * 97 + split_part(p.code, '-', 3)::int - 1) * 16
           + split_part(p.code, '-', 4)::int - 1 as u
from planted p join indicators.owner o on o.unit_id = p.id where p.level = 3;

create temporary table came as
with arrived as (
    insert into indicators.arrival (cell_id, unit_no, period, source_kind, source_id, source_label, put_at, put_by_account_id)
    select n.cell_id, n.unit_no, 202500 + m, 'bench', uuidv7(), 'bench', now(), '00000000-0000-0000-0000-000000000000'
    from numbered n, generate_series(1, 11) m
    order by m, n.u
    returning cell_id, id, unit_no, period
)
select a.*, n.u, a.period - 202507 as m from arrived a join numbered n using (unit_no) order by a.period, n.u;

insert into indicators.sheet_values (cell_id, unit_no, period, arrival_id, indicators, amounts)
select c.cell_id, c.unit_no, c.period, c.id, array_agg(i.indicator_id order by i.indicator_id), array_agg((
       case
           when i.at = 0 then 60 + c.u % 20
           when i.at <= 3 then 21 + c.u % 7
           when i.at = 4 then 50
           when i.at = 5 then 40 + c.u % 9
           when i.at = 6 then 12 + c.u % 3
           when i.at = 7 then 2000 + c.u % 100
           when i.at = 8 then 30
           when i.at = 9 then 25 + c.u % 5
           when i.at = 27 then ((c.u * 7 + 75) % 60 + 21 + (c.m + 25) % 5) / 2
           else (c.u * 7 + i.at * 3) % 60 + 21 + (c.m + 10 + i.at) % 5
       end)::numeric order by i.indicator_id)
from came c, asked i
group by c.cell_id, c.unit_no, c.period, c.id
order by c.id;

insert into indicators.sheet (cell_id, unit_no, period, stamp) select cell_id, unit_no, period, id from came;
