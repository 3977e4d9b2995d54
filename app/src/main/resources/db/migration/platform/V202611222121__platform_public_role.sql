-- Visitors are answered by a role of their own. It logs in by itself, owns nothing, and may read what is named here: whatever a
-- public page asks for besides, the database refuses. The start of the program gives it its password.
do $$
begin
    if not exists (select from pg_roles where rolname = 'giaoban_portal') then
        create role giaoban_portal nologin noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of the same server was migrating at this moment
end
$$;

-- Nothing is everybody's: neither temporary tables nor our functions, of today and of later migrations.
do $$
declare
    module text;
begin
    execute format('revoke connect, temporary on database %I from public', current_database());
    execute format('grant connect on database %I to giaoban_portal', current_database());
    for module in
        select nspname from pg_namespace
        where nspname not in ('information_schema', 'pg_catalog', 'public') and nspname !~ '^pg_'
    loop
        execute format('revoke execute on all functions in schema %I from public', module);
        if module <> 'scale' then
            execute format('grant execute on all functions in schema %I to giaoban_app', module);
            execute format('alter default privileges in schema %I grant execute on functions to giaoban_app', module);
        end if;
    end loop;
end
$$;
alter default privileges revoke execute on functions from public;

create or replace function platform.create_module(module text) returns void language plpgsql as $$
begin
    execute format('create schema if not exists %I', module);
    execute format('grant usage on schema %I to giaoban_app', module);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to giaoban_app', module);
    execute format('alter default privileges in schema %I grant usage, select on sequences to giaoban_app', module);
    execute format('alter default privileges in schema %I grant execute on functions to giaoban_app', module);
    execute format('grant select, insert, update, delete on all tables in schema %I to giaoban_app', module);
end
$$;

-- What public pages read: the organisation, the figures and the catalogue behind published ones, what the portal shows, and no
-- table of accounts, sessions, rights, members, contacts, files' owners or the log.
do $$
declare
    read text;
begin
    foreach read in array array['platform', 'organization', 'people', 'documents', 'files', 'indicators', 'reporting', 'pictures', 'portal',
        'disclosure', 'readers'] loop
        execute format('grant usage on schema %I to giaoban_portal', read);
    end loop;
    for read in
        select c.oid::regclass::text from pg_class c
        where c.relnamespace in ('organization'::regnamespace, 'indicators'::regnamespace) and c.relkind in ('r', 'p', 'v')
    loop
        execute format('grant select on %s to giaoban_portal', read);
    end loop;
end
$$;
grant select on platform.setting, platform.stamp to giaoban_portal;
grant select (id, full_name) on people.person to giaoban_portal;
grant select on documents.document_type, reporting.form to giaoban_portal;
grant select (id, name, sha256, owner_kind, owner_id, unit_id, uploaded_at) on files.stored_file to giaoban_portal;
grant select on files.content to giaoban_portal;
grant select on pictures.picture, pictures.copy to giaoban_portal;
grant select on portal.category, portal.link, portal.imprint, portal.article, portal.version, portal.gallery, portal.topic, portal.shelf,
    portal.figure_use, portal.seal, portal.view_count to giaoban_portal;
grant select on disclosure.item, disclosure.released_figure to giaoban_portal;
grant select on readers.comment, readers.rating to giaoban_portal;

-- Numbers that run on while pages are read, and the keys that readers' marks are made with.
grant select, insert on portal.view_key, readers.reader_key to giaoban_portal;
grant select, insert, update on readers.visit_day to giaoban_portal;

-- The words of a search.
grant execute on all functions in schema portal to giaoban_portal;
alter default privileges in schema portal grant execute on functions to giaoban_portal;
grant execute on function platform.vn_fold(text), platform.vn_detone(text) to giaoban_portal;

-- Where what is out and what is not share a table, visitors' role sees the former. For the application nothing changes: a policy
-- that is true is no condition.
do $$
declare
    open record;
begin
    for open in
        select * from (values
            ('platform.setting', 'name in (''site.name'', ''site.subtitle'', ''clock.shift-seconds'')'),
            ('portal.version', 'state = ''PUBLISHED'''),
            ('disclosure.item', 'shown is not null and withdrawn_at is null'),
            ('readers.comment', 'state = ''SHOWN''')) o (rel, is_out)
    loop
        execute format('alter table %s enable row level security', open.rel);
        execute format('alter table %s force row level security', open.rel);
        execute format('create policy %I on %s to giaoban_app using (true)', split_part(open.rel, '.', 2) || '_office', open.rel);
        execute format('create policy %I on %s for select to giaoban_portal using (%s)', split_part(open.rel, '.', 2) || '_public', open.rel,
            open.is_out);
    end loop;
end
$$;
