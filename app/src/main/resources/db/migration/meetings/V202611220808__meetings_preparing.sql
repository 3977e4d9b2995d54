-- A draft is seen by those who prepare it; sending the notice makes it a planned meeting.
alter table meetings.meeting drop constraint meeting_state_check, drop constraint meeting_opened_when_running;
alter table meetings.meeting
    add column link text check (length(link) <= 500),
    -- units may propose items until then
    add column proposals_until timestamptz,
    -- the day its series' rule names, before it was moved for holidays
    add column occurrence_on date,
    add column cancel_reason text check (length(cancel_reason) <= 500),
    add constraint meeting_state check (state in ('DRAFT', 'PLANNED', 'RUNNING', 'CLOSED', 'CANCELLED')),
    add constraint meeting_opened_when_running
        check (state in ('DRAFT', 'PLANNED', 'CANCELLED') or opened_at is not null);
-- the clock and a clerk may draft the same meeting at once
create unique index meeting_one_per_occurrence on meetings.meeting (series_id, occurrence_on)
    where occurrence_on is not null and state <> 'CANCELLED';

alter table meetings.kind
    add column nature text not null default 'PARTY' check (nature in ('PARTY', 'PROFESSIONAL', 'JOINT'));

create table meetings.kind_version (
    kind text not null references meetings.kind,
    valid_from date not null,
    basis text not null check (length(basis) <= 300),
    title text not null check (title ~ '\S' and length(title) <= 300),
    minutes integer not null check (minutes between 5 and 1440),
    authority text not null,
    signer_kind text,
    signer_post text,
    -- one recipient a line
    recipients text not null,
    notice_days integer not null check (notice_days between 0 and 60),
    quorum_base text not null check (quorum_base in ('NONE', 'INVITED', 'MEMBERS')),
    quorum_numerator integer not null check (quorum_numerator between 0 and 100),
    quorum_denominator integer not null check (quorum_denominator between 1 and 100),
    -- more than the share, not just the share
    quorum_strict boolean not null,
    score_sheet boolean not null,
    primary key (kind, valid_from),
    constraint kind_version_share check (quorum_numerator <= quorum_denominator)
);
select scale.reference('meetings.kind_version');

create table meetings.kind_version_item (
    kind text not null,
    valid_from date not null,
    position integer not null,
    title text not null check (title ~ '\S' and length(title) <= 300),
    minutes integer not null check (minutes between 0 and 600),
    presenter text check (length(presenter) <= 200),
    carried boolean not null,
    item_kind text not null,
    mandatory boolean not null,
    least_minutes integer not null check (least_minutes between 0 and 600),
    primary key (kind, valid_from, position),
    foreign key (kind, valid_from) references meetings.kind_version on delete cascade
);
select scale.reference('meetings.kind_version_item');

-- Who is invited without anybody typing a name: heads of units of some kinds, holders of a post, guests.
create table meetings.kind_version_invitee (
    kind text not null,
    valid_from date not null,
    position integer not null,
    who text not null check (who in ('LEADERSHIP', 'HEADS', 'POST', 'GUEST')),
    unit_kinds text[] not null,
    post text,
    label text check (length(label) <= 300),
    primary key (kind, valid_from, position),
    foreign key (kind, valid_from) references meetings.kind_version on delete cascade
);
select scale.reference('meetings.kind_version_invitee');

insert into meetings.kind_version
select code, '1930-02-03', '', title, minutes, authority, signer_kind, signer_post, recipients, 3, 'NONE', 0, 1, false, false
from meetings.kind;
insert into meetings.kind_version_item
select kind, '1930-02-03', position, title, minutes, presenter, carried, 'REPORT', carried, 0 from meetings.kind_item;
insert into meetings.kind_version_invitee
select code, '1930-02-03', 1, 'LEADERSHIP', '{}', null, null from meetings.kind;
drop table meetings.kind_item;
delete from scale.placement where rel = 'meetings.kind_item';
alter table meetings.kind drop column title, drop column minutes, drop column authority, drop column signer_kind,
    drop column signer_post, drop column recipients;

-- Words that say an item belongs to the agency's own work, which is met about apart.
create table meetings.separation_word (
    word text primary key check (word ~ '\S' and length(word) <= 80)
);
select scale.reference('meetings.separation_word');

create table meetings.recurrence (
    series_id uuid primary key references meetings.series,
    pattern text not null check (pattern in ('DAY', 'WORKING_DAY', 'WEEKDAY')),
    -- from the end of the month when negative
    number integer not null check (number between -23 and 31 and number <> 0),
    weekday integer check (weekday between 1 and 7),
    every_months integer not null check (every_months in (1, 2, 3, 6, 12)),
    first_month integer not null check (first_month between 1 and 12),
    shift text not null check (shift in ('STAY', 'BEFORE', 'AFTER')),
    starts time not null,
    minutes integer not null check (minutes between 5 and 1440),
    place text not null check (place ~ '\S' and length(place) <= 300),
    ahead_days integer not null check (ahead_days between 1 and 120),
    since date not null,
    until date,
    version integer not null default 0,
    constraint recurrence_weekday check ((pattern = 'WEEKDAY') = (weekday is not null)),
    constraint recurrence_ends_later check (until > since)
);
select scale.local('meetings.recurrence');

create table meetings.part (
    id uuid primary key,
    meeting_id uuid not null references meetings.meeting,
    position integer not null,
    title text not null check (title ~ '\S' and length(title) <= 200),
    starts_at timestamptz not null,
    minutes integer not null check (minutes between 5 and 1440),
    -- its own kind where the morning is another meeting than the afternoon
    kind text references meetings.kind,
    constraint part_position unique (meeting_id, position) deferrable initially deferred
);
select scale.local('meetings.part');

alter table meetings.item
    add column kind text not null default 'REPORT' check (kind in ('PROCEDURE', 'INFORMATION', 'REPORT', 'DISCUSSION', 'REVIEW',
        'STUDY', 'DECISION', 'ELECTION', 'CONCLUSION', 'PROFESSIONAL')),
    add column mandatory boolean not null default false,
    add column least_minutes integer not null default 0 check (least_minutes between 0 and 600),
    add column part_id uuid references meetings.part on delete set null,
    add column outcome_wanted text check (length(outcome_wanted) <= 300),
    -- who may see it: everybody, the invited, or those named
    add column reach text not null default 'INTERNAL' check (reach in ('PUBLIC', 'INTERNAL', 'RESTRICTED')),
    -- what it was proposed as
    add column topic_id uuid;
