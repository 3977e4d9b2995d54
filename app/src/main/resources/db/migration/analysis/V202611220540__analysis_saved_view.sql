-- Views of figures that people keep under a name: an address within the analysis, for oneself or for whoever reads the unit.
select platform.create_module('analysis');

create table analysis.saved_view (
    id               uuid primary key,
    unit_id          uuid not null,
    owner_account_id uuid not null,
    name             text not null check (name ~ '\S' and name is nfc normalized and length(name) <= 120),
    address          text not null check (address ~ '^/analysis/[A-Z0-9][A-Z0-9._-]{0,31}/' and length(address) <= 4000),
    shared           boolean not null,
    saved_at         timestamptz not null,
    -- Saved again under its name, a view is replaced: a form sent twice leaves one.
    constraint saved_view_once unique (owner_account_id, unit_id, name)
);
select scale.local('analysis.saved_view');
create index saved_view_shared on analysis.saved_view (unit_id, name) where shared;
