-- Access given back to somebody who lost what they sign in with: one officer of the unit above asks, another one confirms.
create table factors.recovery (
    id                   uuid primary key,
    account_id           uuid not null references identity.account,
    reason               text not null check (reason ~ '\S' and length(reason) <= 500),
    asked_at             timestamptz not null,
    asker_account_id     uuid not null references identity.account,
    expires_at           timestamptz not null,
    confirmed_at         timestamptz,
    confirmer_account_id uuid references identity.account,
    dropped_at           timestamptz,
    dropper_account_id   uuid references identity.account,
    constraint recovery_by_two check (confirmer_account_id <> asker_account_id),
    constraint recovery_not_ones_own check (account_id not in (asker_account_id, confirmer_account_id)),
    constraint recovery_confirmed check (num_nonnulls(confirmed_at, confirmer_account_id) in (0, 2)),
    constraint recovery_dropped check (num_nonnulls(dropped_at, dropper_account_id) in (0, 2)),
    constraint recovery_ended_once check (num_nonnulls(confirmed_at, dropped_at) <= 1),
    constraint recovery_expires_later check (expires_at > asked_at)
);
select scale.reference('factors.recovery');
create unique index recovery_open on factors.recovery (account_id) where confirmed_at is null and dropped_at is null;
create index recovery_asked on factors.recovery (asked_at);
