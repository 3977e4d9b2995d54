-- Large sets of units that somebody reaches, each once, named by its content: lists compare with the rows instead of being sent
-- thousands of identifiers with every statement. A set never changes; one that nobody used for a week goes.
create table access.reach (
    id      uuid primary key,
    used_on date not null
);
select scale.reference('access.reach');

create table access.reach_unit (
    reach_id uuid not null references access.reach on delete cascade,
    unit_id  uuid not null,
    constraint reach_unit_pk primary key (reach_id, unit_id)
);
select scale.reference('access.reach_unit');
