select platform.create_module('tasks');

create table tasks.task (
    id uuid primary key,
    parent_id uuid references tasks.task,
    several boolean not null default false,
    title text not null check (title ~ '\S' and length(title) <= 500),
    unit_id uuid,
    person_id uuid,
    post text check (length(post) <= 200),
    giver_unit_id uuid not null,
    measure text check (length(measure) <= 500),
    due_on date,
    first_due_on date,
    extensions integer not null default 0 check (extensions >= 0),
    no_unit text,
    no_person text,
    no_date text,
    no_measure text,
    source_kind text not null,
    source_id uuid not null,
    source_label text not null,
    source_href text not null,
    state text not null check (state in ('GIVEN', 'ACCEPTED', 'REPORTED', 'CONFIRMED', 'RETURNED', 'CANCELLED')),
    percent integer check (percent between 0 and 100),
    last_word text,
    given_at timestamptz not null,
    accepted_at timestamptz,
    reported_at timestamptz,
    closed_at timestamptz,
    constraint task_no_grandchildren check (not (several and parent_id is not null)),
    constraint task_unit_or_reason check (several or unit_id is not null or coalesce(no_unit, '') ~ '\S'),
    constraint task_person_or_reason check (several or person_id is not null or coalesce(post, '') ~ '\S' or coalesce(no_person, '') ~ '\S'),
    constraint task_date_or_reason check (due_on is not null or coalesce(no_date, '') ~ '\S'),
    constraint task_measure_or_reason check (coalesce(measure, '') ~ '\S' or coalesce(no_measure, '') ~ '\S'),
    -- an extension moves due_on alone: the first date must stay to tell a late task from one in time
    constraint task_first_date_kept check (
        (due_on is null) = (first_due_on is null)
        and coalesce(due_on >= first_due_on, true)
        and (several or (extensions = 0) = (due_on is not distinct from first_due_on))),
    constraint task_closed_at_known check ((state in ('CONFIRMED', 'CANCELLED')) = (closed_at is not null)),
    constraint task_one_per_unit unique (parent_id, unit_id)
);
select scale.local('tasks.task');
create index task_of_unit on tasks.task (unit_id, due_on) where not several;
create index task_of_giver on tasks.task (giver_unit_id, due_on) where parent_id is null;
create index task_of_person on tasks.task (person_id, due_on) where person_id is not null;
create index task_of_source on tasks.task (source_kind, source_id) where parent_id is null;

create table tasks.step (
    id uuid primary key,
    task_id uuid not null references tasks.task,
    act text not null,
    at timestamptz not null,
    account_id uuid not null,
    by_name text not null,
    text text check (length(text) <= 4000),
    percent integer,
    due_on date
);
select scale.local('tasks.step');
create index step_of_task on tasks.step (task_id, at);

create table tasks.proof (
    file_id uuid primary key,
    step_id uuid not null references tasks.step,
    task_id uuid not null references tasks.task,
    name text not null
);
select scale.local('tasks.proof');
create index proof_of_task on tasks.proof (task_id);

create table tasks.extension (
    id uuid primary key,
    task_id uuid not null references tasks.task,
    asked_at timestamptz not null,
    asked_by text not null,
    reason text not null check (reason ~ '\S' and length(reason) <= 2000),
    from_on date not null,
    until_on date not null check (until_on > from_on),
    decided_at timestamptz,
    granted boolean,
    answer text,
    constraint extension_decided check ((decided_at is null) = (granted is null))
);
select scale.local('tasks.extension');
create index extension_of_task on tasks.extension (task_id, asked_at);
create unique index extension_one_open on tasks.extension (task_id) where decided_at is null;
