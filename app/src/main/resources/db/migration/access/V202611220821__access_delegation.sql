-- One account lets another decide in its place on what named units send, from a day until a day; never more than the giver may.
create table access.delegation (
    id                 uuid primary key,
    giver_account_id   uuid not null references identity.account,
    account_id         uuid not null references identity.account,
    from_on            date not null,
    until_on           date not null,
    given_at           timestamptz not null,
    revoked_at         timestamptz,
    revoker_account_id uuid,
    constraint delegation_dates check (until_on > from_on),
    constraint delegation_other check (giver_account_id <> account_id),
    constraint delegation_revoked check (num_nonnulls(revoked_at, revoker_account_id) in (0, 2))
);
select scale.reference('access.delegation');
create index delegation_giver on access.delegation (giver_account_id);

-- The days end earlier when it is revoked; no days at all when it never began.
create table access.delegation_unit (
    delegation_id    uuid not null references access.delegation,
    unit_id          uuid not null,
    giver_account_id uuid not null,
    account_id       uuid not null,
    from_on          date not null,
    until_on         date not null,
    constraint delegation_unit_pk primary key (delegation_id, unit_id),
    constraint delegation_unit_dates check (until_on >= from_on),
    constraint delegation_unit_once exclude using gist (
        account_id with =, giver_account_id with =, unit_id with =, daterange(from_on, until_on) with &&)
);
select scale.reference('access.delegation_unit');
create index delegation_unit_unit on access.delegation_unit (unit_id);
