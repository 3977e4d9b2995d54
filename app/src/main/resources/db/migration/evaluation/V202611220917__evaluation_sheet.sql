-- Score sheets as dated data, the scores given by them, and who follows which branch.
select platform.create_module('evaluation');

-- A version is never changed: a record names the version that judged it.
create table evaluation.sheet (
    id            uuid primary key,
    code          text not null check (code ~ '^[a-z0-9-]{1,40}$'),
    -- whose sheet it is; units below inherit the nearest one, and one without owner holds where nobody has their own
    owner_unit_id uuid,
    valid_from    date not null,
    body          jsonb not null,
    made_by       text not null,
    made_at       timestamptz not null,
    constraint sheet_once unique nulls not distinct (code, owner_unit_id, valid_from)
);
select scale.local('evaluation.sheet');

create table evaluation.score (
    id           uuid primary key,
    meeting_id   uuid not null,
    unit_id      uuid not null,
    kind         text not null,
    held_on      date not null,
    sheet_id     uuid not null references evaluation.sheet,
    state        text not null check (state in ('OPEN', 'DECIDED')),
    total        numeric(6, 2),
    rule_grade   text,
    grade        text,
    reason       text not null default '' check (length(reason) <= 1000),
    decided_by   text,
    decided_at   timestamptz,
    version      integer not null default 0,
    constraint score_one_per_meeting unique (meeting_id),
    constraint score_whole_when_decided check (state = 'OPEN'
        or (total is not null and rule_grade is not null and grade is not null and decided_by is not null and decided_at is not null)),
    constraint score_other_grade_with_reason check (grade is not distinct from rule_grade or reason ~ '\S')
);
select scale.local('evaluation.score');
create index score_of_unit on evaluation.score (unit_id, held_on);

-- What the branch itself, the visiting superior, and whoever decides gave for a line.
create table evaluation.score_point (
    score_id uuid not null references evaluation.score,
    line     text not null,
    side     text not null check (side in ('SELF', 'SUPERIOR', 'FINAL')),
    points   numeric(6, 2) not null check (points >= 0),
    note     text not null default '' check (length(note) <= 500),
    primary key (score_id, line, side)
);
select scale.local('evaluation.score_point');

create table evaluation.score_side (
    score_id   uuid not null references evaluation.score,
    side       text not null check (side in ('SELF', 'SUPERIOR')),
    account_id uuid not null,
    by_name    text not null,
    given_at   timestamptz not null,
    remark     text not null default '' check (length(remark) <= 1000),
    primary key (score_id, side)
);
select scale.local('evaluation.score_side');

-- What was measured when the score was decided; until then it is measured anew each time.
create table evaluation.score_evidence (
    score_id uuid not null references evaluation.score,
    measure  text not null,
    part     numeric(10, 2) not null,
    whole    numeric(10, 2),
    primary key (score_id, measure)
);
select scale.local('evaluation.score_evidence');

create table evaluation.score_veto (
    score_id uuid not null references evaluation.score,
    veto     text not null,
    primary key (score_id, veto)
);
select scale.local('evaluation.score_veto');

-- A committee member follows a branch for a time; what meetings they attended is read from the meetings.
create table evaluation.follower (
    id          uuid primary key,
    person_id   uuid not null references people.person,
    unit_id     uuid not null,
    valid_from  date not null,
    valid_until date,
    decision    text not null default '' check (length(decision) <= 120),
    constraint follower_not_empty check (valid_until > valid_from),
    constraint follower_once exclude using gist (person_id with =, unit_id with =, daterange(valid_from, valid_until) with &&)
);
select scale.local('evaluation.follower');
create index follower_of_unit on evaluation.follower (unit_id);
create index follower_of_person on evaluation.follower (person_id);
