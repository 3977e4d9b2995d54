-- What is to be handed over, beside how it is measured.
alter table tasks.task
    add column product text check (length(product) <= 500),
    add column no_product text check (length(no_product) <= 300);

-- Who helps the unit that answers for an order, and which leaders watch over it. Of an order to several units: of the whole.
create table tasks.role (
    id uuid primary key,
    task_id uuid not null references tasks.task,
    kind text not null check (kind in ('HELPING', 'SUPERVISING')),
    unit_id uuid,
    person_id uuid,
    constraint role_of_unit_or_person check ((kind = 'HELPING') = (unit_id is not null) and (kind = 'SUPERVISING') = (person_id is not null)),
    constraint role_once unique nulls not distinct (task_id, unit_id, person_id)
);
select scale.local('tasks.role');
create index role_of_unit on tasks.role (unit_id, task_id) where unit_id is not null;
create index role_of_person on tasks.role (person_id, task_id) where person_id is not null;

-- The steps of the work, ticked off one by one.
create table tasks.check_item (
    id uuid primary key,
    task_id uuid not null references tasks.task,
    position integer not null,
    text text not null check (text ~ '\S' and length(text) <= 300),
    done_at timestamptz,
    done_by text,
    constraint check_item_done_by_somebody check ((done_at is null) = (done_by is null))
);
select scale.local('tasks.check_item');
create index check_item_of_task on tasks.check_item (task_id, position);

-- What an order carries out and what it moves: a directive by its number, an indicator by its code.
create table tasks.link (
    id uuid primary key,
    task_id uuid not null references tasks.task,
    kind text not null check (kind in ('DIRECTIVE', 'INDICATOR')),
    code text not null check (code ~ '\S' and length(code) <= 120),
    title text not null check (length(title) <= 300),
    constraint link_once unique (task_id, kind, code)
);
select scale.local('tasks.link');
create index link_of_code on tasks.link (kind, code);

-- A decision to move the date without being asked stands among the requests too, so that every extension is counted in one place.
alter table tasks.extension add column own_decision boolean not null default false;

-- Orders that come again: the next one is made when its period begins, once.
create table tasks.recurrence (
    id uuid primary key,
    giver_unit_id uuid not null,
    title text not null check (title ~ '\S' and length(title) <= 500),
    product text check (length(product) <= 500),
    measure text not null check (measure ~ '\S' and length(measure) <= 500),
    post text not null check (post ~ '\S' and length(post) <= 200),
    basis text check (length(basis) <= 200),
    every text not null check (every in ('MONTH', 'QUARTER')),
    due_by text not null check (due_by in ('DAY', 'WORKDAY', 'WORKDAY_LEFT')),
    due_number integer not null check (due_number between 1 and 31),
    from_on date not null,
    until_on date not null,
    made_by_account_id uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    constraint recurrence_forward check (until_on >= from_on)
);
select scale.local('tasks.recurrence');
create index recurrence_of_giver on tasks.recurrence (giver_unit_id);
create index recurrence_running on tasks.recurrence (until_on) where ended_at is null;

create table tasks.recurrence_unit (
    recurrence_id uuid not null references tasks.recurrence,
    unit_id uuid not null,
    primary key (recurrence_id, unit_id)
);
select scale.local('tasks.recurrence_unit');

create table tasks.recurrence_made (
    recurrence_id uuid not null references tasks.recurrence,
    period text not null,
    task_id uuid not null,
    primary key (recurrence_id, period)
);
select scale.local('tasks.recurrence_made');

-- Overdue work that was laid before a leader: once per date and rung; an extension begins anew.
create table tasks.escalation (
    id uuid primary key,
    task_id uuid not null references tasks.task,
    due_on date not null,
    rung text not null check (rung in ('SUPERVISOR', 'ABOVE')),
    person_id uuid not null,
    title text not null,
    at timestamptz not null,
    constraint escalation_once unique (task_id, due_on, rung, person_id)
);
select scale.local('tasks.escalation');
create index escalation_of_person on tasks.escalation (person_id, task_id);
