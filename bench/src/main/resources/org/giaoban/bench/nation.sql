-- A country: PROVINCES provinces of 97 communes with 16 grassroots units each; every one of these says 40 indicators in every
-- month of 2025. The server's own counting is told nothing of it.
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
select indicator_id from indicators.indicator_version
where type <> 'TEXT' and numerator is null and valid_until is null
order by indicator_id limit 40;

create temporary table came as
with arrived as (
    insert into indicators.arrival (cell_id, unit_no, period, source_kind, source_id, source_label, put_at, put_by_account_id)
    select o.cell_id, o.unit_no, 202500 + m, 'bench', uuidv7(), 'bench', now(), '00000000-0000-0000-0000-000000000000'
    from planted p join indicators.owner o on o.unit_id = p.id, generate_series(1, 12) m
    where p.level = 3
    order by m, o.unit_no
    returning cell_id, id, unit_no, period
)
select * from arrived;

insert into indicators.indicator_value (cell_id, unit_no, period, indicator_id, version, arrival_id, value)
select c.cell_id, c.unit_no, c.period, i.indicator_id, 1, c.id, 20 + (c.unit_no * 7 + i.indicator_id * 3 + c.period) % 980
from came c, asked i;

insert into indicators.sheet (cell_id, unit_no, period, stamp) select cell_id, unit_no, period, id from came;
