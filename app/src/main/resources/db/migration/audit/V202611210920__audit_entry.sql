select platform.create_module('audit');

-- The end of each chain. A writer locks the row of its shard until it commits.
create table audit.chain (
    shard    smallint primary key check (shard between 0 and 63),
    length   bigint not null check (length >= 0),
    last_hash bytea not null check (length(last_hash) = 32)
);
select scale.local('audit.chain');

create table audit.entry (
    shard       smallint not null references audit.chain,
    position    bigint not null check (position > 0),
    id          uuid not null constraint entry_id unique,
    at          timestamptz not null,
    account_id  uuid not null,
    act         text not null,
    object_kind text not null,
    object_id   uuid not null,
    unit_id     uuid,
    -- The text that was hashed, kept to the letter.
    details     text not null check (details is json object),
    hash        bytea not null check (length(hash) = 32),
    constraint entry_pk primary key (shard, position)
);
select scale.local('audit.entry');
create index entry_object on audit.entry (object_kind, object_id, id);
create index entry_unit on audit.entry (unit_id, id);
create index entry_actor on audit.entry (account_id, id);

insert into audit.chain (shard, length, last_hash)
select shard, 0, sha256(convert_to('giaoban audit shard ' || shard, 'UTF8')) from generate_series(0, 63) shard;
