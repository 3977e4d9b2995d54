select platform.create_module('factors');

-- The app on somebody's telephone that makes codes. The secret is sealed outside the database's reach; each code counts once.
create table factors.code_app (
    account_id   uuid primary key references identity.account,
    secret       bytea not null,
    made_at      timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);
select scale.reference('factors.code_app');

-- Codes on paper for the day the telephone is lost: only digests, each good once.
create table factors.paper_code (
    account_id uuid not null references identity.account,
    digest     bytea not null,
    used_at    timestamptz,
    constraint paper_code_pk primary key (account_id, digest),
    constraint paper_code_digest_form check (octet_length(digest) = 32)
);
select scale.reference('factors.paper_code');

-- Who needs a second factor, and before what a fresh proof is asked, from a day on; changed on screen, never backwards.
create table factors.rule (
    id         uuid primary key,
    weight     text,
    capability text,
    need       text not null check (need in ('ANY', 'FACTOR')),
    minutes    smallint check (minutes between 1 and 60),
    from_on    date not null,
    until_on   date,
    constraint rule_about_one check (num_nonnulls(weight, capability) = 1),
    constraint rule_minutes_of_acts check ((weight is null) = (minutes is null)),
    constraint rule_holders_need_a_factor check (weight is not null or need = 'FACTOR'),
    constraint rule_days check (until_on > from_on),
    constraint rule_once exclude using gist (
        coalesce('weight ' || weight, 'capability ' || capability) with =, daterange(from_on, until_on) with &&)
);
select scale.reference('factors.rule');
