-- What is part of what, as data with dates. OF_WHICH: the part is not more than the whole. PARTITION: all parts of one cut
-- ("by kind of organisation") together are the whole. The checks of returns follow from these rows.
create table indicators.indicator_relation (
    id          smallint generated always as identity primary key,
    whole_id    smallint not null references indicators.indicator,
    part_id     smallint not null references indicators.indicator check (part_id <> whole_id),
    kind        text not null check (kind in ('OF_WHICH', 'PARTITION')),
    cut_vi      text not null default '' check (length(cut_vi) <= 100),
    cut_en      text not null default '' check (length(cut_en) <= 100),
    severity    text not null check (severity in ('BLOCKS', 'NEEDS_REASON', 'INFORMS')),
    valid_from  date not null,
    valid_until date check (valid_until > valid_from),
    constraint indicator_relation_cut check ((kind = 'PARTITION') = (cut_vi <> '' and cut_en <> '')),
    constraint indicator_relation_once
        exclude using gist (whole_id with =, part_id with =, cut_vi with =, daterange(valid_from, valid_until) with &&)
);
select scale.reference('indicators.indicator_relation');

-- Who reports: units of these kinds, by whoever holds the capability there. The catalogue's lines name one of them.
create table indicators.reporter (
    code     text primary key check (code ~ '\S' and length(code) <= 20),
    position smallint not null unique,
    name_vi  text not null,
    name_en  text not null
);
select scale.reference('indicators.reporter');

create table indicators.reporter_kind (
    reporter_code text not null references indicators.reporter,
    unit_kind     text not null,
    capability    text not null,
    valid_from    date not null,
    valid_until   date check (valid_until > valid_from),
    constraint reporter_kind_once
        exclude using gist (reporter_code with =, unit_kind with =, daterange(valid_from, valid_until) with &&)
);
select scale.reference('indicators.reporter_kind');

-- These follow from relations now.
delete from indicators.check_rule
where code in ('TC01-parts', 'TC11-of-TC10', 'TC12-of-TC10', 'TC13-of-TC10', 'TC14-of-TC10', 'TC15-of-TC10', 'SH01-of-TC05',
    'SH04-of-SH03', 'TT10-of-TT09', 'DV01-of-DV02', 'DV03-of-DV02', 'DG11-of-DG10', 'NC03-parts');
