-- Extensions, the application's role, placements of tables, and what every module's schema needs.
create schema if not exists platform;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists btree_gist with schema public;

-- The application connects as the owner and at once takes this role: it reads and writes rows, it cannot change tables.
do $$
begin
    if not exists (select from pg_roles where rolname = 'giaoban_app') then
        create role giaoban_app nologin noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of the same server was migrating at this moment
end
$$;

do $$
begin
    execute format('grant giaoban_app to %I', current_user);
end
$$;

create function platform.create_module(module text) returns void language plpgsql as $$
begin
    execute format('create schema if not exists %I', module);
    execute format('grant usage on schema %I to giaoban_app', module);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to giaoban_app', module);
    execute format('alter default privileges in schema %I grant usage, select on sequences to giaoban_app', module);
    execute format('grant select, insert, update, delete on all tables in schema %I to giaoban_app', module);
end
$$;

select platform.create_module('platform');

-- Every table says where it would live on a distributed server; on plain PostgreSQL this only records the choice.
create schema scale;
create table scale.placement (
    rel      text primary key,
    kind     text not null check (kind in ('distributed', 'reference', 'local')),
    key      text,
    colocate text,
    ord      int generated always as identity
);

create function scale.is_citus() returns boolean language sql stable as $$
    select exists (select 1 from pg_extension where extname = 'citus')
$$;

create function scale.place(t text) returns void language plpgsql as $$
declare
    p    scale.placement;
    done boolean;
begin
    if not scale.is_citus() then return; end if;
    select * into strict p from scale.placement where rel = t;
    if p.kind = 'local' then return; end if;
    execute 'select exists (select 1 from pg_dist_partition where logicalrelid = $1::regclass and (partmethod = ''h'' or repmodel = ''t''))'
        into done using t;
    if done then return; end if;
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    if p.kind = 'reference' then
        execute 'select create_reference_table($1::regclass)' using t;
    else
        execute 'select create_distributed_table($1::regclass, $2, colocate_with => $3)'
            using t, p.key, coalesce(p.colocate, 'default');
    end if;
end
$$;

create function scale.distribute(t text, k text, co text default null) returns void language plpgsql as $$
begin
    insert into scale.placement (rel, kind, key, colocate) values (t, 'distributed', k, co);
    perform scale.place(t);
end
$$;

create function scale.reference(t text) returns void language plpgsql as $$
begin
    insert into scale.placement (rel, kind) values (t, 'reference');
    perform scale.place(t);
end
$$;

create function scale.local(t text) returns void language plpgsql as $$
begin
    insert into scale.placement (rel, kind) values (t, 'local');
end
$$;

create function scale.apply() returns int language plpgsql as $$
declare
    r record;
    n int := 0;
begin
    if scale.is_citus() then
        for r in select * from scale.placement order by ord loop
            perform scale.place(r.rel);
            n := n + 1;
        end loop;
    end if;
    return n;
end
$$;

-- Search folds case, tones and đ; both Unicode forms give the same text. Qualified names: index builds run with an empty search path.
create function platform.vn_fold(t text) returns text language sql immutable parallel safe strict as $$
    select lower(public.unaccent('public.unaccent'::regdictionary, normalize(t, NFC)))
$$;

create function platform.vn_detone(t text) returns text language sql immutable parallel safe strict as $$
    select normalize(translate(normalize(lower(t), NFD), U&'\0300\0301\0303\0309\0323', ''), NFC)
$$;

create table platform.setting (
    name       text primary key,
    value      text not null,
    changed_at timestamptz not null default now()
);
select scale.local('platform.setting');

-- Spring Modulith's registry of published events (its PostgreSQL schema, version 2).
create table platform.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event on platform.event_publication using hash (serialized_event);
create index event_publication_completion_date on platform.event_publication (completion_date);
select scale.local('platform.event_publication');

-- Jobs that survive restarts (db-scheduler's table).
create table platform.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on platform.scheduled_tasks (last_heartbeat);
select scale.local('platform.scheduled_tasks');
