-- Articles of eight years, :articles of them, of a thousand syllables that are as unevenly common as those of a language.
set synchronous_commit = off;
-- One transaction would tell the pages for each article, and walk a longer way each time.
alter table portal.shelf disable trigger shelf_told;
drop index portal.shelf_words;
drop index portal.shelf_title;
select setseed(0.2018);
create temp table word as
select row_number() over (order by md5(o || r.toned)) as n, o || r.toned as toned, o || r.bare as bare
from unnest(array['b','c','ch','d','g','h','kh','l','m','n','ng','nh','ph','qu','r','s','t','th','tr','v','x','gi','p','k','b']) with ordinality as onset (o, i),
     (values ('an','an'),('án','an'),('àn','an'),('ang','ang'),('áng','ang'),('ạng','ang'),('anh','anh'),('ảnh','anh'),('ao','ao'),('áo','ao'),
             ('ân','an'),('ấn','an'),('âng','ang'),('ất','at'),('at','at'),('ác','ac'),('ập','ap'),('áp','ap'),('eo','eo'),('èo','eo'),
             ('ê','e'),('ế','e'),('ên','en'),('iên','ien'),('iện','ien'),('iệp','iep'),('inh','inh'),('ính','inh'),('o','o'),('ổ','o'),
             ('ong','ong'),('ông','ong'),('ộng','ong'),('ơn','on'),('ới','oi'),('ội','oi'),('u','u'),('ũng','ung'),('ưng','ung'),('ường','uong')) as r (toned, bare)
where i < 26;
create unique index on word (n);
create temp table part as
select g.n, string_agg(w.toned, ' ') as toned, string_agg(w.bare, ' ') as bare
from generate_series(1, 4000) as g (n),
     lateral (select 1 + floor(1000 * power(random(), 3))::int as k from generate_series(1, 40 + 0 * g.n)) as pick
     join word w on w.n = pick.k
group by g.n;
create unique index on part (n);
create temp table head as
select g.n, string_agg(w.toned, ' ') as toned, string_agg(w.bare, ' ') as bare
from generate_series(1, :articles) as g (n),
     lateral (select 1 + floor(1000 * power(random(), 2))::int as k from generate_series(1, 9 + 0 * g.n)) as pick
     join word w on w.n = pick.k
group by g.n;
create temp table fresh as
select uuidv7() as article, uuidv7() as version, h.n, h.toned as title, h.bare as title_bare,
       timestamptz '2010-01-01 00:00+07' + h.n * interval '70 days' / :articles * 40 as at,
       (select array_agg(code order by position) from portal.category where kind = 'NEWS') as categories,
       array(select 1 + (random() * 3999)::int from generate_series(1, 4 + 0 * h.n)) as parts
from head h;
insert into portal.article (id, unit_id, slug, created_at, first_published_at)
select article, (select id from organization.unit limit 1), 'bai-so-' || n, at, at from fresh;
insert into portal.version (id, article_id, number, state, category, title, lead, body, fold, byline, source, caption, alt,
    author_account_id, author_name, editor_account_id, changed_at, approver_account_id, approver_name, published_at)
select f.version, f.article, 1, 'PUBLISHED', f.categories[1 + f.n % cardinality(f.categories)], f.title, a.toned,
       '<p>' || a.toned || '</p><p>' || b.toned || '</p><p>' || c.toned || '</p><p>' || d.toned || '</p>',
       f.title_bare || E'\n' || a.bare || E'\n' || a.bare || ' ' || b.bare || ' ' || c.bare || ' ' || d.bare,
       'Người viết', 'Văn phòng', '', '', w.id, 'Người viết', w.id, f.at, p.id, 'Người duyệt', f.at
from fresh f
    join part a on a.n = f.parts[1] join part b on b.n = f.parts[2] join part c on c.n = f.parts[3] join part d on d.n = f.parts[4],
    (select id from identity.account where login = 'bientap') w, (select id from identity.account where login = 'duyet') p;
-- Now all pages are told at once.
alter table portal.shelf enable trigger shelf_told;
update portal.shelf set topic = topic where false;
set maintenance_work_mem = '256MB';
create index shelf_words on portal.shelf using gin ((words || portal.month_mark(published_at))) with (fastupdate = off);
create index shelf_title on portal.shelf using gin ((title || portal.month_mark(published_at))) with (fastupdate = off);
