-- What the law on personal data asks for: purposes with their basis, consents, requests with their clocks, erasures, breaches.
select platform.create_module('personaldata');

-- The register of purposes: from a day on, why something is kept, on what basis, for how long.
create table personaldata.purpose (
    code       text not null check (code ~ '^[a-z][a-z-]{1,30}$'),
    valid_from date not null,
    place      int not null,
    name_vi    text not null check (name_vi ~ '\S' and length(name_vi) <= 200),
    name_en    text not null check (name_en ~ '\S' and length(name_en) <= 200),
    basis      text not null check (basis in ('CONSENT', 'LAW', 'PUBLIC_DUTY', 'CONTRACT')),
    law        text not null check (law ~ '\S' and length(law) <= 500),
    kinds      text not null check (kinds ~ '\S' and length(kinds) <= 500),
    recipients text not null check (recipients ~ '\S' and length(recipients) <= 500),
    retention  text not null check (retention ~ '\S' and length(retention) <= 500),
    sensitive  boolean not null,
    constraint purpose_pk primary key (code, valid_from)
);
select scale.reference('personaldata.purpose');

-- Silence is no consent: a row is the proof that somebody said yes, when and how. Nothing here is ever removed but by an erasure.
create table personaldata.consent (
    id           uuid primary key,
    account_id   uuid not null,
    purpose      text not null,
    given_at     timestamptz not null,
    words        text not null check (words ~ '\S' and length(words) <= 1000),
    withdrawn_at timestamptz,
    constraint consent_forward check (withdrawn_at >= given_at)
);
select scale.local('personaldata.consent');
create unique index consent_once on personaldata.consent (account_id, purpose) where withdrawn_at is null;
create index consent_of_account on personaldata.consent (account_id, given_at);

create table personaldata.register (
    unit_id     uuid not null,
    kind        text not null check (kind in ('REQUEST', 'BREACH')),
    year        int not null,
    last_number int not null check (last_number > 0),
    constraint register_pk primary key (unit_id, kind, year)
);
select scale.local('personaldata.register');

create table personaldata.request (
    id               uuid primary key,
    -- The unit that keeps the file and answers.
    unit_id          uuid not null,
    year             int not null,
    number           int not null check (number > 0),
    -- The person, or the account when it belongs to nobody in the register.
    subject_id       uuid not null,
    person_id        uuid,
    account_id       uuid,
    subject_name     text not null check (subject_name ~ '\S' and length(subject_name) <= 200),
    kind             text not null check (kind in ('ACCESS', 'RECTIFY', 'EXPORT', 'RESTRICT', 'WITHDRAW', 'OBJECT', 'ERASE')),
    body             text not null check (body ~ '\S' and length(body) <= 4000),
    channel          text not null check (channel in ('ONLINE', 'PAPER', 'IN_PERSON')),
    received_at      timestamptz not null,
    answer_due       date not null,
    perform_due      date not null check (perform_due >= answer_due),
    extended_from    date,
    extension_reason text check (extension_reason ~ '\S' and length(extension_reason) <= 1000),
    state            text not null check (state in ('RECEIVED', 'ACCEPTED', 'DONE', 'REFUSED', 'TAKEN_BACK')),
    answered_at      timestamptz,
    closed_at        timestamptz,
    outcome          text check (outcome ~ '\S' and length(outcome) <= 4000),
    version          int not null default 0,
    constraint request_number unique (unit_id, year, number),
    constraint request_extended_with_reason check ((extended_from is null) = (extension_reason is null)),
    constraint request_extended_once check (extended_from is null or perform_due > extended_from),
    constraint request_closed check ((state in ('DONE', 'REFUSED', 'TAKEN_BACK')) = (closed_at is not null)),
    constraint request_answered check (state not in ('ACCEPTED', 'DONE', 'REFUSED') or answered_at is not null)
);
select scale.local('personaldata.request');
-- Who asks for the same once more is shown what is open.
create unique index request_open_once on personaldata.request (subject_id, kind) where state in ('RECEIVED', 'ACCEPTED');
create index request_of_unit on personaldata.request (unit_id, received_at desc);
create index request_of_account on personaldata.request (account_id, received_at desc);
create index request_of_subject on personaldata.request (subject_id);
create index request_open on personaldata.request (perform_due, id) where state in ('RECEIVED', 'ACCEPTED');

-- The path of a request; nothing here is ever changed.
create table personaldata.request_step (
    id                 uuid primary key,
    request_id         uuid not null references personaldata.request,
    unit_id            uuid not null,
    subject_account_id uuid,
    act                text not null check (act in ('RECEIVE', 'ACCEPT', 'EXTEND', 'REFUSE', 'FINISH', 'TAKE_BACK', 'ERASE', 'HAND_OUT', 'LIFT')),
    at                 timestamptz not null,
    account_id         uuid not null,
    by_name            text not null,
    text               text check (length(text) <= 4000)
);
select scale.local('personaldata.request_step');
create index request_step_of_request on personaldata.request_step (request_id, at, id);

-- Whose data are for the time being only kept: nobody changes them. Ids only, so that every module may ask.
create table personaldata.restriction (
    person_id  uuid primary key,
    since      timestamptz not null,
    request_id uuid not null references personaldata.request
);
select scale.local('personaldata.restriction');

-- Who was erased: ids and the mark that stands in their place, nothing else. The same lines lie in a file outside the database,
-- which no backup brings back to an earlier day.
create table personaldata.erasure (
    id          uuid primary key,
    person_id   uuid,
    account_ids uuid[] not null,
    mark        text not null check (mark ~ '^[0-9a-f]{8}$'),
    erased_at   timestamptz not null,
    constraint erasure_mark unique (mark),
    constraint erasure_of_somebody check (person_id is not null or cardinality(account_ids) > 0)
);
select scale.local('personaldata.erasure');
create unique index erasure_of_person on personaldata.erasure (person_id);

-- Requests are seen by the one they are about and by those whose office it is.
do $$
begin
    alter table personaldata.request enable row level security;
    alter table personaldata.request force row level security;
    create policy request_fence on personaldata.request
        using (current_setting('app.everywhere', true) = 'on'
               or current_setting('app.personal_data_all', true) = 'on'
               or strpos(current_setting('app.personal_data', true), unit_id::text) > 0
               or account_id::text = current_setting('app.account', true))
        with check (current_setting('app.everywhere', true) = 'on'
               or current_setting('app.personal_data_all', true) = 'on'
               or strpos(current_setting('app.personal_data', true), unit_id::text) > 0
               or account_id::text = current_setting('app.account', true));
    alter table personaldata.request_step enable row level security;
    alter table personaldata.request_step force row level security;
    create policy request_step_fence on personaldata.request_step
        using (current_setting('app.everywhere', true) = 'on'
               or current_setting('app.personal_data_all', true) = 'on'
               or strpos(current_setting('app.personal_data', true), unit_id::text) > 0
               or subject_account_id::text = current_setting('app.account', true))
        with check (current_setting('app.everywhere', true) = 'on'
               or current_setting('app.personal_data_all', true) = 'on'
               or strpos(current_setting('app.personal_data', true), unit_id::text) > 0
               or subject_account_id::text = current_setting('app.account', true));
end
$$;

-- An erasure takes the name and the reason of an absence out of these streams, and nothing else can be changed in them.
grant update (by_name, reason) on proceedings.presence to giaoban_app;
grant update (by_name) on proceedings.writing to giaoban_app;
