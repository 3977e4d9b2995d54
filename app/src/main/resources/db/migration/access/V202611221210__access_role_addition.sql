-- What the profile has added to a role once; it is not added again, whatever became of it since.
create table access.role_addition (
    role       text not null references access.role,
    capability text not null,
    version    smallint not null check (version > 0),
    added_at   timestamptz not null,
    primary key (role, capability)
);
select scale.reference('access.role_addition');
