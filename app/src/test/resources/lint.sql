-- What every table must keep to so that the same migrations run on one server and on a distributed one, and so that
-- row-level security means what it says. A catalogue query against the declared placements; every row is a violation.
with p as (
    select rel::regclass as oid, rel, kind, key,
           (select attnum from pg_attribute a where a.attrelid = rel::regclass and a.attname = key) as kn
    from scale.placement
),
ours as (
    select oid, nspname from pg_namespace
    where nspname not in ('information_schema', 'pg_catalog', 'pg_toast') and nspname !~ '^pg_(toast_)?temp'
),
tables as (
    select c.oid, c.relrowsecurity, c.relforcerowsecurity, c.relowner, c.relispartition
    from pg_class c join ours n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p')
      and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
)

-- keys
select 'R1 primary or unique key without the distribution key' as rule, c.conrelid::regclass::text as object, c.conname::text as detail
from pg_constraint c join p on p.oid = c.conrelid
where p.kind = 'distributed' and c.contype in ('p', 'u', 'x') and not (p.kn = any (c.conkey))
union all
select 'R1b unique index without the distribution key', i.indrelid::regclass::text, i.indexrelid::regclass::text
from pg_index i join p on p.oid = i.indrelid
where p.kind = 'distributed' and i.indisunique and not (p.kn = any (i.indkey::int2[]))
  and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
union all
select 'R1c exclusion does not compare the distribution key with =', c.conrelid::regclass::text, c.conname
from pg_constraint c join p on p.oid = c.conrelid
where p.kind = 'distributed' and c.contype = 'x'
  and not exists (select from unnest(c.conkey, c.conexclop) u(k, o) join pg_operator op on op.oid = u.o where u.k = p.kn and op.oprname = '=')
union all
select 'R9 distribution key may be null', p.rel, p.key
from p join pg_attribute a on a.attrelid = p.oid and a.attnum = p.kn
where p.kind = 'distributed' and not a.attnotnull
union all
select 'R9b distribution key is no column', p.rel, p.key from p where p.kind = 'distributed' and p.kn is null

-- references
union all
select 'R2 reference from a local or reference table to a distributed one', c.conrelid::regclass::text, c.conname
from pg_constraint c join p d on d.oid = c.confrelid and d.kind = 'distributed' left join p s on s.oid = c.conrelid
where c.contype = 'f' and c.conparentid = 0 and coalesce(s.kind, 'local') <> 'distributed'
  and not exists (select from pg_inherits i where i.inhrelid = c.conrelid)
union all
select 'R3 reference between distributed tables lacks key = key', c.conrelid::regclass::text, c.conname
from pg_constraint c
join p s on s.oid = c.conrelid and s.kind = 'distributed'
join p d on d.oid = c.confrelid and d.kind = 'distributed'
where c.contype = 'f' and c.conparentid = 0
  and not exists (select from unnest(c.conkey, c.confkey) u(a, b) where u.a = s.kn and u.b = d.kn)
union all
select 'R4 reference sets the distribution key to null or a default', c.conrelid::regclass::text, c.conname
from pg_constraint c join p s on s.oid = c.conrelid and s.kind = 'distributed'
where c.contype = 'f' and c.confdeltype in ('n', 'd') and s.kn = any (c.conkey)

-- placement
union all
select 'R5 trigger on a distributed or reference table', t.tgrelid::regclass::text, t.tgname
from pg_trigger t join p on p.oid = t.tgrelid where p.kind <> 'local' and not t.tgisinternal
union all
select 'R8 partitions of partitions', p.rel, i.inhrelid::regclass::text
from p join pg_inherits i on i.inhparent = p.oid join pg_class c on c.oid = i.inhrelid and c.relkind = 'p'
union all
select 'R10 table without declared placement', t.oid::regclass::text, ''
from tables t
where not t.relispartition and not exists (select from p where p.oid = t.oid)
  and t.oid::regclass::text not in ('platform.flyway_schema_history', 'scale.placement')

-- row-level security
union all
select 'R6 restrictive policy', pl.polrelid::regclass::text, pl.polname from pg_policy pl where not pl.polpermissive
union all
select 'R7 sub-query in a policy', pl.polrelid::regclass::text, pl.polname
from pg_policy pl
where coalesce(pl.polqual::text, '') || coalesce(pl.polwithcheck::text, '') ~ '\{SUBLINK'
union all
select 'R11 policy calls a function of ours', pl.polrelid::regclass::text, pl.polname || ' -> ' || pr.proname
from pg_policy pl
join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = pl.oid and d.refclassid = 'pg_proc'::regclass
join pg_proc pr on pr.oid = d.refobjid and pr.pronamespace <> 'pg_catalog'::regnamespace
where not exists (select from pg_depend e where e.classid = 'pg_proc'::regclass and e.objid = pr.oid and e.deptype = 'e')
union all
select 'R12 policy on a table whose row security is off', pl.polrelid::regclass::text, pl.polname
from pg_policy pl join pg_class c on c.oid = pl.polrelid where not c.relrowsecurity
union all
select 'R13 row security that does not bind the owner', t.oid::regclass::text, ''
from tables t where t.relrowsecurity and not t.relforcerowsecurity
union all
select 'R14 protected table without exactly one policy for the application', t.oid::regclass::text, coalesce(string_agg(pl.polname, ', '), 'none')
from tables t
left join pg_policy pl on pl.polrelid = t.oid and (pl.polroles = '{0}' or 'giaoban_app'::regrole = any (pl.polroles))
where t.relrowsecurity
group by t.oid
having count(*) filter (where pl.polpermissive and pl.polcmd = '*') <> 1 or count(pl.polname) <> 1
union all
select 'R14b policy for somebody else than the application and, for rows to read, visitors', pl.polrelid::regclass::text, pl.polname
from pg_policy pl
where pl.polroles not in (array [0::oid], array ['giaoban_app'::regrole::oid])
  and (pl.polroles <> array ['giaoban_portal'::regrole::oid] or pl.polcmd <> 'r'
       or exists (select from pg_policy o where o.polrelid = pl.polrelid and o.oid <> pl.oid and o.polroles = pl.polroles))
union all
select 'R15 view that reads with its owner''s rights', c.oid::regclass::text, ''
from pg_class c join ours n on n.oid = c.relnamespace
where c.relkind = 'v' and not coalesce(c.reloptions, '{}') && array ['security_invoker=true', 'security_invoker=on']
  and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
union all
select 'R16 function with its owner''s rights', pr.oid::regprocedure::text, ''
from pg_proc pr join ours n on n.oid = pr.pronamespace where pr.prosecdef

-- the application's role reads and writes rows, nothing else
union all
select 'R17 the application''s role owns a table', t.oid::regclass::text, ''
from tables t join pg_roles r on r.oid = t.relowner where r.rolname = 'giaoban_app'
union all
select 'R18 the application''s role may create in a schema', n.nspname, ''
from ours n where has_schema_privilege('giaoban_app', n.oid, 'create')
union all
select 'R19 the application''s role has more than rows of a table', t.oid::regclass::text, x.privilege
from tables t cross join (values ('truncate'), ('references'), ('trigger')) x (privilege)
where has_table_privilege('giaoban_app', t.oid, x.privilege)
union all
select 'R20 the application''s or the visitors'' role is more than a role', r.rolname, ''
from pg_roles r
where r.rolname in ('giaoban_app', 'giaoban_portal')
  and (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls or r.rolreplication
       or exists (select from pg_auth_members m where m.member = r.oid))

-- nothing is everybody's
union all
select 'R21 granted to everybody', x.object, x.privilege
from (select n.nspname::text as object, a.grantee, a.privilege_type as privilege
      from ours n join pg_namespace s on s.oid = n.oid cross join lateral aclexplode(s.nspacl) a where n.nspname <> 'public'
      union all
      select 'database', a.grantee, a.privilege_type
      from pg_database d cross join lateral aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a where d.datname = current_database()
      union all
      select c.oid::regclass::text, a.grantee, a.privilege_type
      from pg_class c join ours n on n.oid = c.relnamespace
      cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
      where not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
      union all
      select f.attrelid::regclass || '.' || f.attname, a.grantee, a.privilege_type
      from pg_attribute f join pg_class c on c.oid = f.attrelid join ours n on n.oid = c.relnamespace
      cross join lateral aclexplode(f.attacl) a
      union all
      select pr.oid::regprocedure::text, a.grantee, a.privilege_type
      from pg_proc pr join ours n on n.oid = pr.pronamespace
      cross join lateral aclexplode(coalesce(pr.proacl, acldefault('f', pr.proowner))) a
      where not exists (select from pg_depend e where e.classid = 'pg_proc'::regclass and e.objid = pr.oid and e.deptype = 'e')) x
where x.grantee = 0
union all
select 'R22 default rights that give something to everybody', coalesce(d.defaclnamespace::regnamespace::text, 'everywhere'), a.privilege_type
from pg_default_acl d cross join lateral aclexplode(d.defaclacl) a where a.grantee = 0

-- visitors
union all
select 'R23 the visitors'' role owns, creates or may do more than with rows', x.object, x.privilege
from (select t.oid::regclass::text as object, 'own' as privilege from tables t where t.relowner = 'giaoban_portal'::regrole
      union all
      select n.nspname::text, 'create' from ours n where has_schema_privilege('giaoban_portal', n.oid, 'create')
      union all
      select t.oid::regclass::text, p.name
      from tables t cross join (values ('delete'), ('truncate'), ('references'), ('trigger')) p (name)
      where has_table_privilege('giaoban_portal', t.oid, p.name)) x
order by 1, 2, 3
