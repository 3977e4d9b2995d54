-- What a conclusion that is an order says beside who, when and measure.
alter table meetings.outcome
    add column product text check (length(product) <= 500),
    add column no_product text check (length(no_product) <= 300),
    add column supervising_person_id uuid;

create table meetings.outcome_helper (
    outcome_id uuid not null references meetings.outcome on delete cascade,
    unit_id uuid not null,
    primary key (outcome_id, unit_id)
);
select scale.local('meetings.outcome_helper');
