select platform.create_module('indicators');

create table indicators.indicator_group (
    code     text primary key,
    position smallint not null unique,
    name_vi  text not null,
    name_en  text not null
);
select scale.reference('indicators.indicator_group');

create table indicators.indicator (
    id   smallint generated always as identity primary key,
    code text not null unique check (code ~ '^[A-Z]{2,6}[0-9]{2,4}$')
);
select scale.reference('indicators.indicator');

-- A change of wording or arithmetic is a new version from a date, so the past keeps the one it was reported under.
create table indicators.indicator_version (
    indicator_id          smallint not null references indicators.indicator,
    version               smallint not null check (version > 0),
    valid_from            date not null,
    valid_until           date check (valid_until > valid_from),
    group_code            text not null references indicators.indicator_group,
    name_vi               text not null check (name_vi ~ '\S' and length(name_vi) <= 200),
    name_en               text not null check (name_en ~ '\S' and length(name_en) <= 200),
    unit_vi               text not null,
    unit_en               text not null,
    definition_vi         text not null default '',
    definition_en         text not null default '',
    type                  text not null check (type in ('STOCK', 'FLOW', 'PERCENT', 'RATIO', 'MONEY', 'TEXT')),
    over_units            text not null check (over_units in ('SUM', 'RECOMPUTE', 'LIST')),
    over_time             text not null check (over_time in ('SUM', 'LAST', 'RECOMPUTE', 'LIST')),
    direction             text not null check (direction in ('MORE', 'LESS', 'NEUTRAL')),
    decimals              smallint not null check (decimals between 0 and 4),
    numerator             text,
    denominator           text,
    periods               text[] not null,
    reporter              text not null,
    note                  text not null default '',
    created_at            timestamptz not null,
    created_by_account_id uuid,
    primary key (indicator_id, version),
    constraint indicator_version_no_overlap
        exclude using gist (indicator_id with =, daterange(valid_from, valid_until) with &&)
);
select scale.reference('indicators.indicator_version');

-- The arithmetic a return is checked by, as people write it: TC01 = TC02 + TC03, TC11 <= TC10, TC10 = TC10' + TC17 - TC23.
create table indicators.check_rule (
    code         text primary key,
    severity     text not null check (severity in ('BLOCKS', 'NEEDS_REASON', 'INFORMS')),
    relation     text not null,
    sentence_key text not null,
    valid_from   date not null,
    valid_until  date check (valid_until > valid_from)
);
select scale.reference('indicators.check_rule');

-- Small numbers inside, identifiers outside: a value's key is half as long.
create table indicators.owner (
    unit_no int generated always as identity primary key,
    unit_id uuid not null unique references organization.unit,
    cell_id smallint not null
);
select scale.reference('indicators.owner');
