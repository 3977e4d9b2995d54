-- Whether the register says otherwise now than a text printed. A walk over all public texts keeps it, so that nobody who opens a
-- desk compares them.
alter table portal.figure_use add column moved boolean not null default false;
create index figure_use_moved on portal.figure_use (version_id) where moved;

-- The printed figure the walk has come to; no row before a walk has begun.
create table portal.figure_walk (
    only_one   boolean primary key default true check (only_one),
    article_id uuid not null,
    figure_id  uuid not null
);
select scale.local('portal.figure_walk');
