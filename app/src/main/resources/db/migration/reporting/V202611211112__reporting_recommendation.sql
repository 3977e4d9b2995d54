-- One row per request of a sent return. A request that is repeated in a later version of the return is the same row.
create table reporting.recommendation (
    cell_id            smallint not null,
    id                 uuid not null,
    return_id          uuid not null,
    unit_id            uuid not null references organization.unit,
    body               text not null check (body ~ '\S'),
    body_hash          text not null,
    addressee          text not null,
    sent_on            date not null,
    due_on             date not null,
    withdrawn_at       timestamptz,
    taken_up_at        timestamptz,
    answer             text,
    answered_at        timestamptz,
    answerer_account_id uuid,
    primary key (cell_id, id),
    constraint recommendation_once unique (cell_id, return_id, body_hash),
    foreign key (cell_id, return_id) references reporting.unit_return (cell_id, id),
    check ((answer is null) = (answered_at is null)),
    check (answered_at is null or withdrawn_at is null)
);
select scale.distribute('reporting.recommendation', 'cell_id');
create index recommendation_waiting on reporting.recommendation (sent_on, unit_id)
    where answered_at is null and withdrawn_at is null;

-- What became of each file of one import, for the page that shows it.
create table reporting.import_run (
    id         uuid primary key,
    account_id uuid not null,
    started_at timestamptz not null,
    outcomes   jsonb not null
);
select scale.local('reporting.import_run');
create index import_run_account on reporting.import_run (account_id, started_at desc);
