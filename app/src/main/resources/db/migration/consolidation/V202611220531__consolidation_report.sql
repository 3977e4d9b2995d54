-- What a level sends up: its consolidated report for a period. Every version that was sent is kept with all it was made of.
select platform.create_module('consolidation');

create table consolidation.report (
    id         uuid primary key,
    unit_id    uuid not null,
    period     text not null check (length(period) between 4 and 20),
    first_on   date not null,
    last_on    date not null check (last_on >= first_on),
    state      text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    version    int not null default 0 check (version >= 0),
    sent_at    timestamptz,
    sent_by    text,
    decided_at timestamptz,
    decided_by text,
    comment    text check (length(comment) <= 2000),
    -- When something below moved after the newest version, until somebody looked at it and decided.
    stirred_at timestamptz,
    constraint report_once unique (unit_id, period),
    constraint report_sent check ((version > 0) = (sent_at is not null) and (state = 'DRAFT' or version > 0))
);
select scale.local('consolidation.report');
create index report_of_unit on consolidation.report (unit_id, last_on, first_on);
create index report_stirred on consolidation.report (stirred_at) where stirred_at is not null;

-- The level's own words while it is drawn up; what was sent lies with its version.
create table consolidation.draft_text (
    report_id uuid not null references consolidation.report,
    section   text not null check (section ~ '^[a-z-]{1,40}$'),
    body      text not null check (length(body) <= 40000),
    primary key (report_id, section)
);
select scale.local('consolidation.draft_text');

create table consolidation.edition (
    report_id  uuid not null references consolidation.report,
    version    int not null check (version > 0),
    frozen_at  timestamptz not null,
    account_id uuid not null,
    by_name    text not null,
    why        text not null check (why in ('SENT', 'TAKEN_IN')),
    note       text check (length(note) <= 2000),
    expected   int not null,
    received   int not null check (received <= expected),
    accepted   int not null check (accepted <= received),
    texts      jsonb not null,
    hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (report_id, version)
);
select scale.local('consolidation.edition');

create table consolidation.figure (
    report_id   uuid not null,
    version     int not null,
    indicator   text not null,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    qualifier   text,
    absence     text,
    expected    int not null,
    received    int not null,
    printed_id  uuid not null,
    primary key (report_id, version, indicator),
    foreign key (report_id, version) references consolidation.edition,
    constraint figure_or_absence check ((value is null) <> (absence is null))
);
select scale.local('consolidation.figure');
create index figure_printed on consolidation.figure (printed_id);

-- What each unit right below brought in: its own consolidated report or the returns behind it, and its share of every figure.
create table consolidation.contribution (
    report_id  uuid not null,
    version    int not null,
    unit_id    uuid not null,
    unit_name  text not null,
    source     text not null check (source in ('REPORT', 'RETURNS', 'NONE')),
    source_id  uuid,
    stamp      text not null,
    figures    jsonb not null,
    primary key (report_id, version, unit_id),
    foreign key (report_id, version) references consolidation.edition
);
select scale.local('consolidation.contribution');

-- A difference that was refused: the printed figure stays. It holds for that present figure and for no later one.
create table consolidation.refusal (
    id         uuid primary key,
    report_id  uuid not null,
    version    int not null,
    indicator  text not null,
    now_key    text not null,
    now_text   text not null,
    reason     text not null check (reason ~ '\S' and length(reason) <= 2000),
    at         timestamptz not null,
    account_id uuid not null,
    by_name    text not null,
    constraint refusal_once unique (report_id, version, indicator, now_key),
    foreign key (report_id, version, indicator) references consolidation.figure
);
select scale.local('consolidation.refusal');

-- What moved below a report after it was sent: which unit, when, how.
create table consolidation.stir (
    id        uuid primary key,
    report_id uuid not null references consolidation.report,
    unit_id   uuid not null,
    act       text not null check (act in ('SENT_AGAIN', 'ACCEPTED', 'RETURNED', 'REOPENED', 'REPORT')),
    at        timestamptz not null,
    by_name   text not null
);
select scale.local('consolidation.stir');
create index stir_of_report on consolidation.stir (report_id, at);
revoke update, delete on consolidation.edition, consolidation.figure, consolidation.contribution, consolidation.refusal,
    consolidation.stir from giaoban_app;
