-- Reorganisations as plans: drafted, rehearsed, executed in one piece, and put back row by row while the rule allows it.
select platform.create_module('reorganisation');

-- For how many days an executed plan may be undone; a plan remembers the last day it was given.
create table reorganisation.undo_rule (
    valid  daterange not null check (not isempty(valid) and not lower_inf(valid)),
    days   integer not null check (days between 0 and 366),
    source text not null check (source ~ '\S'),
    constraint undo_rule_one exclude using gist (valid with &&)
);
select scale.reference('reorganisation.undo_rule');

create table reorganisation.plan (
    id                  uuid primary key,
    title               text not null check (title ~ '\S' and title is nfc normalized and length(title) <= 200),
    day                 date not null,
    document            text not null check (document ~ '\S' and length(document) <= 300),
    note                text not null check (length(note) <= 2000),
    state               text not null check (state in ('DRAFT', 'EXECUTED', 'UNDONE', 'DISCARDED')),
    version             integer not null default 1 check (version > 0),
    created_at          timestamptz not null,
    creator_account_id  uuid not null,
    created_by          text not null,
    executed_at         timestamptz,
    executor_account_id uuid,
    executed_by         text,
    undo_until          date,
    undone_at           timestamptz,
    undoer_account_id   uuid,
    undone_by           text,
    constraint plan_executed check ((state in ('EXECUTED', 'UNDONE')) = (num_nonnulls(executed_at, executor_account_id, executed_by, undo_until) = 4)),
    constraint plan_undone check ((state = 'UNDONE') = (num_nonnulls(undone_at, undoer_account_id, undone_by) = 3))
);
select scale.local('reorganisation.plan');
create index plan_newest on reorganisation.plan (id desc);

create table reorganisation.event (
    id       uuid primary key,
    plan_id  uuid not null references reorganisation.plan,
    position integer not null,
    kind     text not null check (kind in ('FOUND', 'RENAME', 'CHANGE_KIND', 'MOVE', 'MERGE', 'ABSORB', 'SPLIT', 'DISSOLVE')),
    document text not null check (length(document) <= 300),
    note     text not null check (length(note) <= 2000),
    constraint event_position unique (plan_id, position)
);
select scale.local('reorganisation.event');

create table reorganisation.giver (
    event_id  uuid not null references reorganisation.event on delete cascade,
    position  integer not null,
    code      text not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,31}$'),
    share     numeric(9, 8) not null check (share > 0 and share <= 1),
    estimated boolean not null,
    primary key (event_id, position),
    constraint giver_once unique (event_id, code)
);
select scale.local('reorganisation.giver');
create index giver_code on reorganisation.giver (code);

create table reorganisation.target (
    event_id   uuid not null references reorganisation.event on delete cascade,
    position   integer not null,
    code       text not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,31}$'),
    name       text not null check (name is nfc normalized and length(name) <= 200),
    short_name text not null check (short_name is nfc normalized and length(short_name) <= 80),
    kind       text not null,
    parent     text not null,
    share      numeric(9, 8) not null check (share > 0 and share <= 1),
    estimated  boolean not null,
    primary key (event_id, position),
    constraint target_once unique (event_id, code)
);
select scale.local('reorganisation.target');
create index target_code on reorganisation.target (code);

-- How the office settled what the rehearsal asked.
create table reorganisation.choice (
    plan_id  uuid not null references reorganisation.plan,
    conflict text not null check (length(conflict) <= 200),
    value    text not null check (length(value) <= 200),
    primary key (plan_id, conflict)
);
select scale.local('reorganisation.choice');

-- Every row an execution wrote, before and after, in the order of writing: what an undo puts back.
create table reorganisation.row_change (
    plan_id uuid not null references reorganisation.plan,
    step    integer not null,
    place   integer not null,
    part    text not null,
    rel     text not null,
    before  jsonb,
    after   jsonb,
    primary key (plan_id, step, place),
    check (num_nonnulls(before, after) > 0)
);
select scale.local('reorganisation.row_change');
