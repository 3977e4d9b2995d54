-- Public keys of devices that sign for their owner; nothing here is secret.
create table factors.passkey (
    id              uuid primary key,
    account_id      uuid not null references identity.account,
    credential      bytea not null constraint passkey_credential unique,
    label           text not null check (label ~ '\S' and length(label) <= 100),
    public_key      bytea not null,
    attestation     bytea not null,
    signatures      bigint not null,
    verified        boolean not null,
    backup_eligible boolean not null,
    backed_up       boolean not null,
    transports      text not null,
    made_at         timestamptz not null,
    used_at         timestamptz
);
select scale.reference('factors.passkey');
create index passkey_account on factors.passkey (account_id);
