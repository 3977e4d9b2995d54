-- What a program signs in with instead of a person. Only the digest is kept: the token itself is shown once.
create table identity.api_token (
    id           uuid primary key,
    account_id   uuid not null references identity.account,
    label        text not null,
    shown        text not null,
    hash         bytea not null constraint api_token_hash unique,
    -- Null: everything the account may do; otherwise these of it, and only in this unit and below.
    capabilities text[],
    unit_id      uuid,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    constraint api_token_label_form check (label ~ '\S' and length(label) <= 100),
    constraint api_token_hash_form check (octet_length(hash) = 32),
    constraint api_token_capabilities_some check (cardinality(capabilities) > 0),
    constraint api_token_expires_later check (expires_at > created_at)
);
select scale.reference('identity.api_token');
create index api_token_account on identity.api_token (account_id);

-- The answer to a command that a program may send again, written in the transaction that carried it out.
create table identity.api_answer (
    token_id     uuid not null,
    key          text not null,
    request      bytea not null,
    status       smallint,
    headers      jsonb,
    body         bytea,
    at           timestamptz not null,
    constraint api_answer_pk primary key (token_id, key),
    constraint api_answer_key_form check (length(key) <= 200)
);
select scale.local('identity.api_answer');
create index api_answer_at on identity.api_answer (at);
