select platform.create_module('minutes');

-- The minutes of a meeting: one record, whoever begins it.
create table minutes.record (
    meeting_id uuid primary key,
    unit_id uuid not null,
    state text not null check (state in ('DRAFT', 'READ_OUT', 'ADOPTED', 'LOCKED')),
    title text not null check (title ~ '\S' and length(title) <= 300),
    held_on date not null,
    secretary_account_id uuid not null,
    secretary_name text not null,
    chair_person_id uuid,
    chair_name text not null,
    chair_title text not null,
    -- those invited and how they took part, as counted when the minutes were drawn up
    summoned integer not null check (summoned >= 0),
    present integer not null check (present >= 0),
    online integer not null check (online >= 0),
    excused integer not null check (excused >= 0),
    absent integer not null check (absent >= 0),
    drafted_at timestamptz not null,
    remarks_until timestamptz,
    adopted_at timestamptz,
    locked_at timestamptz,
    year integer,
    number integer,
    hash text,
    notice_at timestamptz,
    version integer not null default 0,
    constraint record_number_once unique (unit_id, year, number),
    constraint record_numbered_when_adopted check ((state in ('ADOPTED', 'LOCKED')) = (number is not null)),
    constraint record_hashed_when_locked check ((state = 'LOCKED') = (hash is not null))
);
select scale.local('minutes.record');
create index record_of_unit on minutes.record (unit_id, held_on);

create table minutes.section (
    meeting_id uuid not null references minutes.record,
    position integer not null,
    heading text not null check (heading ~ '\S' and length(heading) <= 400),
    text text not null check (length(text) <= 60000),
    reach text not null check (reach in ('PUBLIC', 'INTERNAL', 'RESTRICTED')),
    version integer not null default 0,
    primary key (meeting_id, position)
);
select scale.local('minutes.section');

create table minutes.remark (
    id uuid primary key,
    meeting_id uuid not null references minutes.record,
    position integer not null,
    account_id uuid not null,
    by_name text not null,
    text text not null check (text ~ '\S' and length(text) <= 2000),
    written_at timestamptz not null,
    answer text check (answer in ('TAKEN_IN', 'REFUSED')),
    reason text check (length(reason) <= 500),
    answered_by text,
    answered_at timestamptz,
    constraint remark_refused_with_reason check (coalesce(answer, '') <> 'REFUSED' or coalesce(reason, '') ~ '\S'),
    constraint remark_answered_by_somebody check ((answer is null) = (answered_at is null))
);
select scale.local('minutes.remark');
create index remark_of_minutes on minutes.remark (meeting_id, written_at);

-- Chair and secretary sign once each, both the same text.
create table minutes.signature (
    meeting_id uuid not null references minutes.record,
    role text not null check (role in ('CHAIR', 'SECRETARY')),
    account_id uuid not null,
    name text not null,
    title text not null,
    signed_at timestamptz not null,
    hash text not null,
    primary key (meeting_id, role)
);
select scale.local('minutes.signature');

-- The last number of a unit's book of a year.
create table minutes.book (
    unit_id uuid not null,
    year integer not null,
    last_number integer not null check (last_number > 0),
    primary key (unit_id, year)
);
select scale.local('minutes.book');

create table minutes.addendum (
    meeting_id uuid not null,
    number integer not null check (number > 0),
    text text not null check (text ~ '\S' and length(text) <= 4000),
    by_name text not null,
    account_id uuid not null,
    written_at timestamptz not null,
    primary key (meeting_id, number)
);
select scale.local('minutes.addendum');
insert into minutes.addendum
select meeting_id, row_number() over (partition by meeting_id order by written_at, id), text, by_name, account_id, written_at
from meetings.addendum;
drop table meetings.addendum;
delete from scale.placement where rel = 'meetings.addendum';
