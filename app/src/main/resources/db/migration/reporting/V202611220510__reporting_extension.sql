-- Why a return got a later date, and who gave it; the date itself stands on the return.
create table reporting.extension (
    cell_id     smallint not null,
    id          uuid not null,
    return_id   uuid not null,
    due_before  date not null,
    due_on      date not null check (due_on > due_before),
    reason      text not null check (reason ~ '\S' and length(reason) <= 500),
    extended_at timestamptz not null,
    account_id  uuid not null,
    primary key (cell_id, id),
    foreign key (cell_id, return_id) references reporting.unit_return (cell_id, id)
);
select scale.distribute('reporting.extension', 'cell_id');
create index extension_return on reporting.extension (cell_id, return_id);
