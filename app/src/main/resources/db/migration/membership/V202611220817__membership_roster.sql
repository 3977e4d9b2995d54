-- The roster of branches: who belongs where since when, in what standing, and who is away. The full members' register grows from here.
select platform.create_module('membership');

-- What the profile says of standings: who in it attends, who votes, on what document.
create table membership.state (
    code    text primary key,
    name_vi text not null,
    name_en text not null,
    attends boolean not null,
    votes   boolean not null,
    place   integer not null,
    cites   text not null
);
select scale.reference('membership.state');

-- Why somebody is not at home; whoever takes part elsewhere for a time is not expected here.
create table membership.absence_kind (
    code    text primary key,
    name_vi text not null,
    name_en text not null,
    attends boolean not null,
    place   integer not null
);
select scale.reference('membership.absence_kind');

-- The kinds of units that keep a roster.
create table membership.branch_kind (
    kind text primary key
);
select scale.reference('membership.branch_kind');

-- One row a person, at the branch that keeps the record now.
create table membership.member (
    person_id   uuid primary key references people.person,
    unit_id     uuid not null,
    admitted_on date,
    official_on date,
    version     integer not null default 0,
    constraint member_official_after_admission check (official_on >= admitted_on)
);
select scale.local('membership.member');
create index member_of_unit on membership.member (unit_id);

-- Which branch, from when to when. A row stays with its branch when the person goes on to another one.
create table membership.stay (
    id          uuid primary key,
    person_id   uuid not null references membership.member,
    unit_id     uuid not null,
    valid_from  date not null,
    valid_until date,
    arrived     text not null check (arrived in ('LISTED', 'ADMITTED', 'TRANSFERRED')),
    left_by     text check (left_by in ('TRANSFERRED', 'REMOVED', 'RESIGNED', 'EXPELLED', 'DIED')),
    note        text not null default '' check (length(note) <= 300),
    constraint stay_not_empty check (valid_until > valid_from),
    constraint stay_left_when_ended check ((valid_until is null) = (left_by is null)),
    constraint stay_one_branch exclude using gist (person_id with =, daterange(valid_from, valid_until) with &&)
);
select scale.local('membership.stay');
create index stay_of_unit on membership.stay (unit_id, valid_from);

create table membership.standing (
    id          uuid primary key,
    person_id   uuid not null references membership.member,
    unit_id     uuid not null,
    state       text not null references membership.state,
    valid_from  date not null,
    valid_until date,
    decision    text not null default '' check (length(decision) <= 120),
    constraint standing_not_empty check (valid_until > valid_from),
    constraint standing_one_at_a_time exclude using gist (person_id with =, daterange(valid_from, valid_until) with &&)
);
select scale.local('membership.standing');
create index standing_of_unit on membership.standing (unit_id);

create table membership.absence (
    id          uuid primary key,
    person_id   uuid not null references membership.member,
    unit_id     uuid not null,
    kind        text not null references membership.absence_kind,
    place       text not null check (place ~ '\S' and length(place) <= 200),
    reason      text not null check (reason ~ '\S' and length(reason) <= 300),
    valid_from  date not null,
    valid_until date,
    constraint absence_not_empty check (valid_until > valid_from),
    constraint absence_one_at_a_time exclude using gist (person_id with =, daterange(valid_from, valid_until) with &&)
);
select scale.local('membership.absence');
create index absence_of_unit on membership.absence (unit_id);

-- Membership shows a political view: the rows of a branch are there only for those trusted with its members.
do $$
declare
    fenced text;
begin
    foreach fenced in array array['member', 'stay', 'standing', 'absence'] loop
        execute format('alter table membership.%I enable row level security', fenced);
        execute format('alter table membership.%I force row level security', fenced);
        execute format($policy$
            create policy %I on membership.%I
                using (current_setting('app.everywhere', true) = 'on'
                       or current_setting('app.member_read_all', true) = 'on'
                       or strpos(current_setting('app.member_read', true), unit_id::text) > 0)
                with check (current_setting('app.everywhere', true) = 'on'
                       or current_setting('app.member_edit_all', true) = 'on'
                       or strpos(current_setting('app.member_edit', true), unit_id::text) > 0)
            $policy$, fenced || '_fence', fenced);
    end loop;
end
$$;
