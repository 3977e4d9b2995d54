-- Totals of units are kept by month, so that a figure of thousands of units is read in a few rows. Who takes values in touches
-- nothing shared: it appends a line here, and the counting that follows takes the lines and carries over what has changed.
create table indicators.uncounted (
    cell_id smallint not null,
    id      bigint generated always as identity,
    unit_no int not null,
    period  int not null,
    since   timestamptz not null default clock_timestamp(),
    primary key (cell_id, id)
) with (autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_scale_factor = 0);
select scale.distribute('indicators.uncounted', 'cell_id', 'indicators.arrival');

-- What of a unit's year is in the totals: its sheets, packed, and the units in whose totals they are. One row fits a page and is
-- not worth compressing.
create table indicators.counted (
    cell_id smallint not null,
    unit_no int not null references indicators.owner,
    year    smallint not null,
    place   bytea not null,
    said    bytea not null,
    primary key (cell_id, unit_no, year)
) with (toast_tuple_target = 8160);
alter table indicators.counted alter column said set storage external;
alter table indicators.counted alter column place set storage plain;
select scale.distribute('indicators.counted', 'cell_id', 'indicators.arrival');

-- What the last month adds to the total of a unit and all below it since January, since the quarter began, and by itself. A stamp
-- is never used twice.
create table indicators.total (
    cell_id smallint not null,
    unit_no int not null references indicators.owner,
    month   int not null,
    stamp   bigint not null,
    sums    bytea not null,
    primary key (cell_id, unit_no, month)
) with (toast_tuple_target = 8160);
alter table indicators.total alter column sums set storage external;
select scale.distribute('indicators.total', 'cell_id', 'indicators.arrival');
create sequence indicators.total_stamp;

-- The tree and the catalogue the totals were made with.
create table indicators.counting (
    only_row  boolean primary key default true check (only_row),
    tree      bigint not null,
    catalogue text not null
);
select scale.local('indicators.counting');
insert into indicators.counting (tree, catalogue) values (0, '');

-- The arrivals in a sheet that the unit above has accepted.
alter table indicators.sheet add accepted bigint[] not null default '{}';

insert into indicators.uncounted (cell_id, unit_no, period) select cell_id, unit_no, period from indicators.sheet;
