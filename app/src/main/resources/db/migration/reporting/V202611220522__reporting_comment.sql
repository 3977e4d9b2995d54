-- What people say to each other about one cell of a return; it stays with the return when a new version comes.
create table reporting.cell_thread (
    cell_id             smallint not null,
    id                  uuid not null,
    return_id           uuid not null,
    indicator           text not null,
    resolved_at         timestamptz,
    resolver_account_id uuid,
    primary key (cell_id, id),
    constraint cell_thread_once unique (cell_id, return_id, indicator),
    foreign key (cell_id, return_id) references reporting.unit_return (cell_id, id),
    check ((resolved_at is null) = (resolver_account_id is null))
);
select scale.distribute('reporting.cell_thread', 'cell_id');

create table reporting.cell_comment (
    cell_id    smallint not null,
    id         uuid not null,
    thread_id  uuid not null,
    body       text not null check (body ~ '\S' and length(body) <= 2000),
    written_at timestamptz not null,
    account_id uuid not null,
    primary key (cell_id, id),
    foreign key (cell_id, thread_id) references reporting.cell_thread (cell_id, id)
);
select scale.distribute('reporting.cell_comment', 'cell_id');
create index cell_comment_thread on reporting.cell_comment (cell_id, thread_id, id);
