select platform.create_module('meetings');

create table meetings.kind (
    code text primary key,
    name_vi text not null,
    name_en text not null,
    title text not null,
    period text check (period in ('MONTH', 'QUARTER', 'YEAR')),
    minutes integer not null check (minutes between 5 and 1440),
    -- the unit's periodic briefing, which the board of that period belongs to
    briefing boolean not null,
    place integer not null,
    -- who signs the conclusion notice: by what authority, holding which post in a unit of which kind below
    authority text not null,
    signer_kind text,
    signer_post text,
    -- one recipient a line
    recipients text not null
);
select scale.reference('meetings.kind');

create table meetings.kind_item (
    kind text not null references meetings.kind,
    position integer not null,
    title text not null,
    minutes integer not null check (minutes between 0 and 600),
    presenter text,
    carried boolean not null,
    primary key (kind, position)
);
select scale.reference('meetings.kind_item');

-- The words that make a conclusion vague; the office may change the list.
create table meetings.vague_word (
    word text primary key
);
select scale.reference('meetings.vague_word');

create table meetings.series (
    id uuid primary key,
    unit_id uuid not null,
    kind text not null references meetings.kind,
    unique (unit_id, kind)
);
select scale.local('meetings.series');

create table meetings.meeting (
    id uuid primary key,
    series_id uuid not null references meetings.series,
    unit_id uuid not null,
    kind text not null references meetings.kind,
    title text not null check (title ~ '\S' and length(title) <= 300),
    period text,
    starts_at timestamptz not null,
    minutes integer not null check (minutes between 5 and 1440),
    place text not null check (length(place) <= 300),
    chair_person_id uuid,
    state text not null check (state in ('PLANNED', 'RUNNING', 'CLOSED', 'CANCELLED')),
    opened_at timestamptz,
    ended_at timestamptz,
    closed_at timestamptz,
    version integer not null default 0,
    constraint meeting_opened_when_running check (state in ('PLANNED', 'CANCELLED') or opened_at is not null),
    constraint meeting_closed_when_ended check ((state = 'CLOSED') = (closed_at is not null))
);
select scale.local('meetings.meeting');
create index meeting_of_unit on meetings.meeting (unit_id, starts_at);
-- two officers planning the same month end up with one meeting
create unique index meeting_one_per_period on meetings.meeting (series_id, period)
    where period is not null and state <> 'CANCELLED';

create table meetings.item (
    id uuid primary key,
    meeting_id uuid not null references meetings.meeting,
    position integer not null,
    title text not null check (title ~ '\S' and length(title) <= 300),
    minutes integer not null check (minutes between 0 and 600),
    presenter text check (length(presenter) <= 200),
    carried boolean not null default false,
    notes text not null default '' check (length(notes) <= 40000),
    notes_version integer not null default 0,
    constraint item_position unique (meeting_id, position) deferrable initially deferred
);
select scale.local('meetings.item');
create unique index item_one_carried on meetings.item (meeting_id) where carried;

-- What was written at the same time as somebody else's text: kept until a person has merged it.
create table meetings.note_variant (
    id uuid primary key,
    item_id uuid not null references meetings.item on delete cascade,
    account_id uuid not null,
    by_name text not null,
    written_at timestamptz not null,
    text text not null check (length(text) <= 40000),
    unique (item_id, account_id)
);
select scale.local('meetings.note_variant');

create table meetings.attendee (
    id uuid primary key,
    meeting_id uuid not null references meetings.meeting,
    person_id uuid,
    unit_id uuid,
    name text not null check (name ~ '\S' and length(name) <= 200),
    title text not null check (length(title) <= 300),
    presence text check (presence in ('PRESENT', 'ONLINE', 'EXCUSED', 'ABSENT')),
    reason text check (length(reason) <= 500),
    marked_at timestamptz,
    constraint attendee_excused_with_reason check (coalesce(presence, '') <> 'EXCUSED' or coalesce(reason, '') ~ '\S'),
    constraint attendee_once unique (meeting_id, person_id)
);
select scale.local('meetings.attendee');

create table meetings.outcome (
    id uuid primary key,
    meeting_id uuid not null references meetings.meeting,
    item_id uuid not null references meetings.item,
    position integer not null,
    kind text not null check (kind in ('DRAFT', 'DECISION', 'INFORMATION', 'TASK')),
    text text not null check (text ~ '\S' and length(text) <= 500),
    open boolean not null,
    person_id uuid,
    post text,
    due_on date,
    measure text,
    no_unit text,
    no_person text,
    no_date text,
    no_measure text,
    task_id uuid,
    version integer not null default 0,
    constraint outcome_task_has_date check (kind <> 'TASK' or due_on is not null or coalesce(no_date, '') ~ '\S'),
    constraint outcome_task_has_person check (kind <> 'TASK' or person_id is not null or coalesce(post, '') ~ '\S' or coalesce(no_person, '') ~ '\S'),
    constraint outcome_task_has_measure check (kind <> 'TASK' or coalesce(measure, '') ~ '\S' or coalesce(no_measure, '') ~ '\S')
);
select scale.local('meetings.outcome');
create index outcome_of_meeting on meetings.outcome (meeting_id, position);
create unique index outcome_one_task on meetings.outcome (task_id) where task_id is not null;

create table meetings.outcome_unit (
    outcome_id uuid not null references meetings.outcome on delete cascade,
    unit_id uuid not null,
    primary key (outcome_id, unit_id)
);
select scale.local('meetings.outcome_unit');

-- The unfinished work of earlier meetings as it stood when the meeting was opened.
create table meetings.carried (
    meeting_id uuid not null references meetings.meeting,
    position integer not null,
    task_id uuid not null,
    title text not null,
    source_kind text not null,
    source_id uuid not null,
    source_label text not null,
    source_href text not null,
    state text not null,
    due_on date,
    first_due_on date,
    extensions integer not null,
    days_late integer not null,
    percent integer,
    label text not null,
    primary key (meeting_id, task_id)
);
select scale.local('meetings.carried');

create table meetings.carried_light (
    meeting_id uuid not null,
    task_id uuid not null,
    light_task_id uuid not null,
    position integer not null,
    unit_id uuid,
    unit_name text not null,
    mark text not null,
    state text not null,
    due_on date,
    extensions integer not null,
    days_late integer not null,
    percent integer,
    last_word text,
    primary key (meeting_id, light_task_id),
    foreign key (meeting_id, task_id) references meetings.carried
);
select scale.local('meetings.carried_light');

create table meetings.addendum (
    id uuid primary key,
    meeting_id uuid not null references meetings.meeting,
    text text not null check (text ~ '\S' and length(text) <= 4000),
    by_name text not null,
    account_id uuid not null,
    written_at timestamptz not null
);
select scale.local('meetings.addendum');
create index addendum_of_meeting on meetings.addendum (meeting_id);
