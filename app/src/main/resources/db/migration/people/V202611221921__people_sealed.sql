-- How to reach a person is kept under seal. What stands here already gets a zero in front, by which the first start knows it and
-- seals it; nothing else may read it until then. Lengths are the form's business: a sealed value is longer than its text.
alter table people.contact
    drop constraint contact_phone_check,
    drop constraint contact_email_check,
    drop constraint contact_address_check,
    alter column phone drop default,
    alter column email drop default,
    alter column address drop default;
alter table people.contact
    alter column phone type bytea using case when phone = '' then '' else '\x00' || convert_to(phone, 'UTF8') end,
    alter column email type bytea using case when email = '' then '' else '\x00' || convert_to(email, 'UTF8') end,
    alter column address type bytea using case when address = '' then '' else '\x00' || convert_to(address, 'UTF8') end;
alter table people.contact
    alter column phone set default '',
    alter column email set default '',
    alter column address set default '';

-- Numbers that name a person for good: the citizen's number and the number of the member's card. Sealed; found by a blind index.
create table people.identifier (
    id             uuid primary key,
    person_id      uuid not null references people.person,
    keeper_unit_id uuid not null,
    kind           text not null check (kind in ('CITIZEN', 'MEMBER_CARD')),
    number         bytea not null check (length(number) > 0),
    number_index   bytea not null check (length(number_index) = 32),
    constraint identifier_of_person unique (person_id, kind),
    constraint identifier_once unique (kind, number_index)
);
select scale.local('people.identifier');
alter table people.identifier enable row level security;
alter table people.identifier force row level security;
create policy identifier_fence on people.identifier
    using (current_setting('app.everywhere', true) = 'on'
           or current_setting('app.people_read_all', true) = 'on'
           or strpos(current_setting('app.people_read', true), keeper_unit_id::text) > 0)
    with check (current_setting('app.everywhere', true) = 'on'
           or current_setting('app.people_edit_all', true) = 'on'
           or strpos(current_setting('app.people_edit', true), keeper_unit_id::text) > 0);
