-- Accounts tied by their owners to people whom another organisation's server vouches for.
create table factors.outside (
    id         uuid primary key,
    account_id uuid not null references identity.account,
    issuer     text not null check (issuer ~ '\S' and length(issuer) <= 500),
    subject    text not null check (subject ~ '\S' and length(subject) <= 255),
    name       text not null check (length(name) <= 255),
    made_at    timestamptz not null,
    used_at    timestamptz,
    constraint outside_one_account unique (issuer, subject),
    constraint outside_one_person unique (account_id, issuer)
);
select scale.reference('factors.outside');
