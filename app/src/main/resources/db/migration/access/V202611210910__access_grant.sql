create extension if not exists btree_gist;

select platform.create_module('access');

create table access.role (
    code       text primary key check (code ~ '^[a-z][a-z-]*$'),
    name_vi    text not null,
    name_en    text not null,
    sort_order smallint not null
);
select scale.reference('access.role');

create table access.role_capability (
    role       text not null references access.role,
    capability text not null,
    constraint role_capability_pk primary key (role, capability)
);
select scale.reference('access.role_capability');

-- One account may do one kind of work (or a whole role) in one unit from a day until a day.
create table access.granted_right (
    id                uuid primary key,
    account_id        uuid not null references identity.account,
    capability        text,
    role              text references access.role,
    unit_id           uuid not null,
    reach             text not null check (reach in ('UNIT', 'BELOW')),
    from_on           date not null,
    until_on          date,
    given_at          timestamptz not null,
    giver_account_id  uuid not null,
    ended_at          timestamptz,
    ender_account_id  uuid,
    constraint granted_right_what check (num_nonnulls(capability, role) = 1),
    constraint granted_right_dates check (until_on >= from_on),
    constraint granted_right_ended check (num_nonnulls(ended_at, ender_account_id) in (0, 2)),
    -- The same right is not given twice for the same day.
    constraint granted_right_once exclude using gist (
        account_id with =, unit_id with =, reach with =,
        (coalesce(capability, role)) with =, daterange(from_on, until_on) with &&)
);
select scale.reference('access.granted_right');
create index granted_right_account on access.granted_right (account_id);
create index granted_right_unit on access.granted_right (unit_id);
