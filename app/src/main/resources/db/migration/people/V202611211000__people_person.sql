-- People: one string for the name, as written; the given name apart for sorting; contact data behind row-level security.
select platform.create_module('people');

create function people.given_name(full_name text) returns text language sql immutable parallel safe strict as $$
    select substring(full_name from '[^ ]+$')
$$;

create table people.person (
    id             uuid primary key,
    code           text not null constraint person_code_unique unique check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,31}$'),
    full_name      text not null check (full_name is nfc normalized and full_name = btrim(full_name) and length(full_name) between 2 and 120),
    name_fold      text not null generated always as (platform.vn_fold(full_name)) stored,
    given_name     text not null generated always as (people.given_name(full_name)) stored,
    gender         text not null check (gender in ('FEMALE', 'MALE', 'UNKNOWN')),
    birth_year     smallint check (birth_year between 1900 and 2100),
    native_place   text not null default '' check (length(native_place) <= 200),
    -- The unit that keeps this person's file; rights hang on it. No foreign key: units live above people.
    keeper_unit_id uuid not null,
    version        int not null default 1
);
select scale.local('people.person');
create index person_keeper on people.person (keeper_unit_id);
create index person_name_fold on people.person using gin (name_fold gin_trgm_ops);
create index person_given_name on people.person (given_name collate "vi-x-icu", full_name collate "vi-x-icu", id);

create table people.contact (
    person_id      uuid not null references people.person,
    keeper_unit_id uuid not null,
    phone          text not null default '' check (length(phone) <= 40),
    email          text not null default '' check (length(email) <= 120),
    address        text not null default '' check (length(address) <= 300),
    primary key (person_id)
);
select scale.local('people.contact');
alter table people.contact enable row level security;
alter table people.contact force row level security;
create policy contact_fence on people.contact
    using (current_setting('app.everywhere', true) = 'on'
           or keeper_unit_id = any (nullif(current_setting('app.people_read', true), '')::uuid[]))
    with check (current_setting('app.everywhere', true) = 'on'
           or keeper_unit_id = any (nullif(current_setting('app.people_edit', true), '')::uuid[]));
