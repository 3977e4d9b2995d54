select platform.create_module('reporting');

create table reporting.form (
    code        text not null,
    version     integer not null check (version >= 1),
    valid_from  date not null,
    valid_until date check (valid_until > valid_from),
    definition  jsonb not null,
    primary key (code, version)
);
select scale.reference('reporting.form');

-- One return per unit, form and period; two uploads at once meet on this row.
create table reporting.unit_return (
    cell_id              smallint not null,
    id                   uuid not null,
    unit_id              uuid not null references organization.unit,
    form                 text not null,
    form_version         integer not null,
    period               text not null,
    period_until         date not null,
    due_on               date not null,
    state                text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    version              integer not null default 0 check (version >= 0),
    first_submitted_at   timestamptz,
    submitted_at         timestamptz,
    submitter_account_id uuid,
    decided_at           timestamptz,
    decider_account_id   uuid,
    comment              text,
    primary key (cell_id, id),
    constraint unit_return_once unique (cell_id, unit_id, form, period),
    foreign key (form, form_version) references reporting.form,
    check (state in ('DRAFT', 'RETURNED') or submitted_at is not null and version > 0),
    check (state not in ('RETURNED', 'ACCEPTED') or decided_at is not null),
    check (state <> 'RETURNED' or comment ~ '\S')
);
select scale.distribute('reporting.unit_return', 'cell_id');
create index unit_return_period on reporting.unit_return (period, form, unit_id);

-- A version is written once and never changed.
create table reporting.return_version (
    cell_id     smallint not null,
    return_id   uuid not null,
    version     integer not null check (version >= 1),
    origin      text not null check (origin in ('SCREEN', 'XLSX', 'ODS', 'API')),
    file_id     uuid,
    file_name   text,
    file_sha256 text,
    fingerprint text not null,
    saved_at    timestamptz not null,
    account_id  uuid not null,
    primary key (cell_id, return_id, version),
    foreign key (cell_id, return_id) references reporting.unit_return (cell_id, id)
);
select scale.distribute('reporting.return_version', 'cell_id');

create table reporting.return_value (
    cell_id     smallint not null,
    return_id   uuid not null,
    version     integer not null,
    indicator   text not null,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    qualifier   text not null default 'EXACT' check (qualifier in ('EXACT', 'OVER', 'NEARLY', 'ABOUT')),
    absence     text check (absence in ('NOT_REPORTED', 'NONE', 'NOT_APPLICABLE')),
    place       text,
    reason      text,
    primary key (cell_id, return_id, version, indicator),
    foreign key (cell_id, return_id, version) references reporting.return_version (cell_id, return_id, version),
    check ((value is null) <> (absence is null)),
    check ((numerator is null) = (denominator is null))
);
select scale.distribute('reporting.return_value', 'cell_id');

create table reporting.return_text (
    cell_id   smallint not null,
    return_id uuid not null,
    version   integer not null,
    section   text not null,
    body      text not null check (body ~ '\S' and length(body) <= 20000),
    primary key (cell_id, return_id, version, section),
    foreign key (cell_id, return_id, version) references reporting.return_version (cell_id, return_id, version)
);
select scale.distribute('reporting.return_text', 'cell_id');

create table reporting.return_request (
    cell_id   smallint not null,
    return_id uuid not null,
    version   integer not null,
    ordinal   integer not null,
    body      text not null check (body ~ '\S' and length(body) <= 2000),
    addressee text not null,
    primary key (cell_id, return_id, version, ordinal),
    foreign key (cell_id, return_id, version) references reporting.return_version (cell_id, return_id, version)
);
select scale.distribute('reporting.return_request', 'cell_id');

-- What does not add up in the newest version; the sentence is a text key with its arguments, so both languages can say it.
create table reporting.return_finding (
    cell_id   smallint not null,
    return_id uuid not null,
    ordinal   integer not null,
    rule      text not null,
    severity  text not null check (severity in ('BLOCKING', 'REASON', 'NOTE')),
    title     text not null,
    indicator text,
    sentence  text not null,
    arguments jsonb not null,
    place     text,
    primary key (cell_id, return_id, ordinal),
    foreign key (cell_id, return_id) references reporting.unit_return (cell_id, id)
);
select scale.distribute('reporting.return_finding', 'cell_id');

-- What somebody has typed but not saved yet, exactly as typed.
create table reporting.return_draft (
    cell_id    smallint not null,
    return_id  uuid not null,
    fields     jsonb not null,
    saved_at   timestamptz not null,
    account_id uuid not null,
    primary key (cell_id, return_id),
    foreign key (cell_id, return_id) references reporting.unit_return (cell_id, id)
);
select scale.distribute('reporting.return_draft', 'cell_id');
