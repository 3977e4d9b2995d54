-- A decision that somebody took in another's place: who decided stands on the return, in whose place stands here.
create table reporting.acting (
    cell_id          smallint not null,
    return_id        uuid not null,
    decided_at       timestamptz not null,
    giver_account_id uuid not null,
    delegation_id    uuid not null,
    constraint acting_pk primary key (cell_id, return_id, decided_at),
    foreign key (cell_id, return_id) references reporting.unit_return (cell_id, id)
);
select scale.distribute('reporting.acting', 'cell_id');
