select platform.create_module('preparation');

-- A meeting as the invited know it; sequence counts what they were told.
create table preparation.invitation (
    meeting_id uuid primary key,
    unit_id uuid not null,
    title text not null,
    starts_at timestamptz not null,
    minutes integer not null check (minutes > 0),
    place text not null,
    link text,
    sequence integer not null check (sequence >= 0),
    cancelled boolean not null
);
select scale.local('preparation.invitation');

-- Every notice that went out: the invitation, changes with what changed, the calling off with the reason.
create table preparation.told (
    id uuid primary key,
    meeting_id uuid not null references preparation.invitation,
    sequence integer not null,
    kind text not null check (kind in ('INVITE', 'UPDATE', 'CANCEL')),
    -- one change a line: what, before, after, parted by tabs; or the reason
    words text not null check (length(words) <= 4000),
    persons integer not null,
    by_name text not null,
    told_at timestamptz not null
);
select scale.local('preparation.told');
create index told_of_meeting on preparation.told (meeting_id, told_at);

create table preparation.receipt (
    meeting_id uuid not null references preparation.invitation,
    person_id uuid not null,
    told_at timestamptz not null,
    first_seen_at timestamptz,
    seen_at timestamptz,
    seen_sequence integer,
    reply text check (reply in ('COMING', 'ONLINE', 'EXCUSE')),
    reason text check (length(reason) <= 500),
    replied_at timestamptz,
    primary key (meeting_id, person_id),
    constraint receipt_excuse_has_reason check (coalesce(reply, '') <> 'EXCUSE' or coalesce(reason, '') ~ '\S')
);
select scale.local('preparation.receipt');
create index receipt_of_person on preparation.receipt (person_id) where reply is null;

-- What may come on an agenda: proposed by a unit, or kept by the office for a later meeting.
create table preparation.topic (
    id uuid primary key,
    unit_id uuid not null,
    -- of meetings of this kind only
    kind text,
    meeting_id uuid,
    item_id uuid,
    from_unit_id uuid,
    title text not null check (title ~ '\S' and length(title) <= 300),
    minutes integer not null check (minutes between 1 and 600),
    presenter text not null check (presenter ~ '\S' and length(presenter) <= 200),
    item_kind text not null,
    outcome text not null check (outcome ~ '\S' and length(outcome) <= 300),
    state text not null check (state in ('PROPOSED', 'PLACED', 'RETURNED', 'DEFERRED', 'WITHDRAWN')),
    -- goes into the next draft by itself
    next boolean not null default false,
    reason text check (length(reason) <= 500),
    by_account_id uuid not null,
    by_name text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    version integer not null default 0,
    constraint topic_sent_back_with_reason check (state not in ('RETURNED', 'DEFERRED') or coalesce(reason, '') ~ '\S'),
    constraint topic_placed_somewhere check ((state = 'PLACED') = (item_id is not null))
);
select scale.local('preparation.topic');
create index topic_of_unit on preparation.topic (unit_id, state);
create index topic_of_meeting on preparation.topic (meeting_id);

create table preparation.material (
    id uuid primary key,
    unit_id uuid not null,
    meeting_id uuid,
    topic_id uuid references preparation.topic,
    title text not null check (title ~ '\S' and length(title) <= 200),
    title_fold text not null generated always as (platform.vn_fold(title)) stored,
    reach text not null check (reach in ('PUBLIC', 'INTERNAL', 'RESTRICTED')),
    by_account_id uuid not null,
    by_name text not null,
    added_at timestamptz not null,
    constraint material_of_something check (meeting_id is not null or topic_id is not null)
);
select scale.local('preparation.material');
create index material_of_meeting on preparation.material (meeting_id);
create index material_of_topic on preparation.material (topic_id);
create index material_title_fold on preparation.material using gin (title_fold gin_trgm_ops);

-- The persons a restricted paper is for.
create table preparation.material_reader (
    material_id uuid not null references preparation.material on delete cascade,
    person_id uuid not null,
    primary key (material_id, person_id)
);
select scale.local('preparation.material_reader');
