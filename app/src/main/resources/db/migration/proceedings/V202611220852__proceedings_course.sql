select platform.create_module('proceedings');

-- How many must agree, by dated rule; the share is of all entitled to vote or of those of them who are here.
create table proceedings.majority (
    code text not null,
    valid_from date not null,
    valid_until date,
    place integer not null,
    name_vi text not null,
    name_en text not null,
    base text not null check (base in ('ENTITLED', 'PRESENT')),
    numerator integer not null check (numerator > 0),
    denominator integer not null check (denominator >= numerator),
    strict boolean not null,
    source text not null,
    primary key (code, valid_from),
    check (valid_until is null or valid_until > valid_from)
);
select scale.reference('proceedings.majority');

-- Where a meeting stands: the part of the day whose roll is called, and the key its check-in codes are made of.
create table proceedings.course (
    meeting_id uuid primary key,
    part integer not null default 1 check (part between 1 and 20),
    code_key bytea not null
);
select scale.local('proceedings.course');

-- Presence, one row for everything that was said about somebody; never changed, only followed by another row.
create table proceedings.presence (
    id uuid primary key,
    seq bigint generated always as identity,
    meeting_id uuid not null,
    attendee_id uuid not null,
    part integer not null,
    -- the row before it, 0 for the first: of two who write at once only one can follow the same row
    after_seq bigint not null,
    state text not null check (state in
        ('PRESENT', 'ONLINE', 'LEFT', 'EXCUSED', 'ABSENT', 'ASKS_PRESENT', 'ASKS_ONLINE', 'ASKS_EXCUSE', 'REFUSED')),
    since timestamptz not null,
    reason text check (length(reason) <= 500),
    way text not null check (way in ('LIST', 'REST', 'CODE', 'SELF', 'STORY')),
    account_id uuid not null,
    by_name text not null,
    written_at timestamptz not null,
    constraint presence_follows_one unique (attendee_id, part, after_seq),
    constraint presence_excuse_has_reason check (state not in ('EXCUSED', 'ASKS_EXCUSE') or coalesce(reason, '') ~ '\S')
);
select scale.local('proceedings.presence');
create index presence_of_meeting on proceedings.presence (meeting_id, attendee_id, part, seq);
revoke update, delete on proceedings.presence from giaoban_app;

-- Who among the summoned is entitled to vote, where it is not as usual.
create table proceedings.voter (
    attendee_id uuid primary key,
    meeting_id uuid not null,
    voting boolean not null,
    by_name text not null,
    changed_at timestamptz not null
);
select scale.local('proceedings.voter');
create index voter_of_meeting on proceedings.voter (meeting_id);

-- When each item of the agenda was dealt with.
create table proceedings.turn (
    id uuid primary key,
    meeting_id uuid not null,
    item_id uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz check (ended_at >= started_at),
    by_name text not null
);
select scale.local('proceedings.turn');
create index turn_of_meeting on proceedings.turn (meeting_id, started_at);
create unique index turn_one_at_a_time on proceedings.turn (meeting_id) where ended_at is null;

create table proceedings.speech (
    id uuid primary key,
    meeting_id uuid not null,
    item_id uuid,
    attendee_id uuid,
    name text not null check (name ~ '\S' and length(name) <= 200),
    title text not null check (length(title) <= 300),
    state text not null check (state in ('WAITING', 'SPEAKING', 'DONE', 'WITHDRAWN')),
    place integer not null,
    asked_at timestamptz not null,
    asked_by text not null,
    started_at timestamptz,
    ended_at timestamptz check (ended_at >= started_at),
    summary text not null default '' check (length(summary) <= 20000),
    version integer not null default 0,
    constraint speech_times check (
        (state in ('SPEAKING', 'DONE')) = (started_at is not null) and (state = 'DONE') = (ended_at is not null))
);
select scale.local('proceedings.speech');
create index speech_of_meeting on proceedings.speech (meeting_id, place);
create unique index speech_one_speaker on proceedings.speech (meeting_id) where state = 'SPEAKING';
create unique index speech_waits_once on proceedings.speech (meeting_id, attendee_id)
    where state = 'WAITING' and attendee_id is not null;

-- What was typed into notes and summaries, by the writer's own key: sent again it is known, and nothing is ever lost.
create table proceedings.writing (
    id uuid primary key,
    seq bigint generated always as identity,
    meeting_id uuid not null,
    place uuid not null,
    added text not null,
    removed text not null,
    met boolean not null,
    account_id uuid not null,
    by_name text not null,
    written_at timestamptz not null
);
select scale.local('proceedings.writing');
create index writing_of_place on proceedings.writing (meeting_id, place, seq);
revoke update, delete on proceedings.writing from giaoban_app;

-- A vote by show of hands with the arithmetic of its moment; a wrong one is struck out with a reason and taken again.
create table proceedings.vote (
    id uuid primary key,
    meeting_id uuid not null,
    item_id uuid not null,
    question text not null check (question ~ '\S' and length(question) <= 500),
    in_favour integer not null check (in_favour >= 0),
    against integer not null check (against >= 0),
    abstained integer not null check (abstained >= 0),
    entitled integer not null,
    present integer not null check (present <= entitled),
    rule_code text not null,
    rule_from date not null,
    needed integer not null,
    quorum_counted integer not null,
    quorum_base integer not null,
    quorum_needed integer not null,
    taken_at timestamptz not null,
    by_name text not null,
    struck_at timestamptz,
    struck_by text,
    struck_reason text check (length(struck_reason) <= 500),
    foreign key (rule_code, rule_from) references proceedings.majority (code, valid_from),
    constraint vote_hands_of_those_here check (in_favour + against + abstained <= present),
    constraint vote_struck_with_reason check ((struck_at is null) = (struck_reason is null))
);
select scale.local('proceedings.vote');
create index vote_of_meeting on proceedings.vote (meeting_id, taken_at);
