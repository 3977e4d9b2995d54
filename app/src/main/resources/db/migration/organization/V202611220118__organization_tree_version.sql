-- The number of the tree comes from a sequence, so it never returns, not even after a rollback, and may key a cache.
create sequence organization.tree_version;
select setval('organization.tree_version', (select version from organization.tree_state));

-- The number a unit last changed under: whoever remembers the tree reads again only the units with a later one.
create table organization.unit_change (
    unit_id uuid primary key references organization.unit,
    version bigint not null
);
select scale.local('organization.unit_change');
create index unit_change_version on organization.unit_change (version);
