select platform.create_module('identity');

create table identity.account (
    id                   uuid primary key,
    login                text not null constraint account_login unique,
    name                 text not null,
    person_id            uuid,
    email                text,
    password_hash        text not null,
    password_changed_at  timestamptz not null,
    must_change_password boolean not null,
    -- Counts up with every new password and every closing of the account: older sessions end at once.
    stamp                int not null,
    created_at           timestamptz not null,
    disabled_at          timestamptz,
    last_seen_at         timestamptz,
    constraint account_login_form check (login ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
    constraint account_name_form check (name ~ '\S' and length(name) <= 200),
    constraint account_email_form check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254)
);
select scale.reference('identity.account');
create index account_person on identity.account (person_id) where person_id is not null;

-- How often somebody tried lately. The key is a digest, so the table names nobody.
create table identity.attempt (
    key      bytea primary key,
    failures int not null check (failures >= 0),
    since    timestamptz not null
);
select scale.local('identity.attempt');
create index attempt_since on identity.attempt (since);
