-- One arrival of values: what said them, when, on whose behalf. Account ids carry no key: accounts live elsewhere on a distributed server.
create table indicators.arrival (
    cell_id           smallint not null,
    id                bigint generated always as identity,
    unit_no           int not null references indicators.owner,
    period            int not null,
    source_kind       text not null,
    source_id         uuid not null,
    source_label      text not null,
    put_at            timestamptz not null,
    put_by_account_id uuid not null,
    primary key (cell_id, id)
);
select scale.distribute('indicators.arrival', 'cell_id');
create index arrival_of_source on indicators.arrival (cell_id, source_id);

-- The value that counts now. Absence and value exclude each other, so nothing absent can ever be read as zero.
create table indicators.indicator_value (
    cell_id      smallint not null,
    unit_no      int not null,
    period       int not null,
    indicator_id smallint not null,
    version      int not null check (version > 0),
    arrival_id   bigint not null,
    value        numeric,
    numerator    numeric,
    denominator  numeric,
    qualifier    text check (qualifier in ('OVER', 'NEARLY', 'ABOUT')),
    absence      text check (absence in ('NOT_REPORTED', 'NONE', 'NOT_APPLICABLE')),
    place        text,
    primary key (cell_id, unit_no, period, indicator_id),
    constraint indicator_value_or_absence check ((value is null) <> (absence is null)),
    constraint indicator_value_share check ((numerator is null) = (denominator is null))
) partition by range (period);

do $$
begin
    for year in 2010..2035 loop
        execute format(
            'create table indicators.indicator_value_%s partition of indicators.indicator_value for values from (%s) to (%s) with (fillfactor = 90)',
            year, year * 100, (year + 1) * 100);
    end loop;
end
$$;
create table indicators.indicator_value_other partition of indicators.indicator_value default with (fillfactor = 90);
select scale.distribute('indicators.indicator_value', 'cell_id', 'indicators.arrival');
alter table indicators.indicator_value add foreign key (cell_id, arrival_id) references indicators.arrival (cell_id, id);
alter table indicators.indicator_value add foreign key (unit_no) references indicators.owner;
alter table indicators.indicator_value add foreign key (indicator_id) references indicators.indicator;

-- Values that counted once; a figure printed from them can still be compared.
create table indicators.past_value (
    cell_id      smallint not null,
    unit_no      int not null,
    period       int not null,
    indicator_id smallint not null,
    version      int not null,
    arrival_id   bigint not null,
    value        numeric,
    numerator    numeric,
    denominator  numeric,
    qualifier    text,
    absence      text,
    place        text,
    replaced_at  timestamptz not null,
    primary key (cell_id, unit_no, period, indicator_id, version)
);
select scale.distribute('indicators.past_value', 'cell_id', 'indicators.arrival');
alter table indicators.past_value add foreign key (cell_id, arrival_id) references indicators.arrival (cell_id, id);

-- Yearly targets with the year's phasing; a revised plan is a new revision.
create table indicators.target (
    cell_id               smallint not null,
    unit_no               int not null,
    indicator_id          smallint not null,
    year                  smallint not null check (year between 1990 and 2100),
    revision              smallint not null check (revision > 0),
    value                 numeric not null,
    phasing               numeric[] check (cardinality(phasing) = 12),
    reason                text not null default '',
    decided_at            timestamptz not null,
    decided_by_account_id uuid not null,
    superseded_at         timestamptz,
    primary key (cell_id, unit_no, indicator_id, year, revision)
);
select scale.distribute('indicators.target', 'cell_id', 'indicators.arrival');
alter table indicators.target add foreign key (unit_no) references indicators.owner;
alter table indicators.target add foreign key (indicator_id) references indicators.indicator;
create unique index target_current on indicators.target (cell_id, unit_no, year, indicator_id) where superseded_at is null;

-- A figure as a text printed it.
create table indicators.frozen_figure (
    id                   uuid primary key,
    unit_no              int not null references indicators.owner,
    indicator_id         smallint not null references indicators.indicator,
    period               int not null,
    version              bigint not null,
    value                numeric,
    numerator            numeric,
    denominator          numeric,
    qualifier            text,
    absence              text,
    frozen_at            timestamptz not null,
    frozen_by_account_id uuid not null,
    constraint frozen_figure_or_absence check ((value is null) <> (absence is null))
);
select scale.local('indicators.frozen_figure');
create index frozen_figure_of on indicators.frozen_figure (unit_no, period, indicator_id);
