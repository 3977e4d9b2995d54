-- A level has one report for each form that units below it fill in, and keeps lists in words beside the figures.

alter table consolidation.report add column form text;

-- Until now there was one report for a period: it was that of the form most of the returns behind it came in.
update consolidation.report r
set form = coalesce(
    (select u.form from reporting.unit_return u
     join consolidation.contribution c on c.unit_id = u.unit_id and c.report_id = r.id
     where u.period = r.period and u.version > 0 group by u.form order by count(*) desc, u.form limit 1),
    (select u.form from reporting.unit_return u
     where u.period = r.period group by u.form order by count(*) desc, u.form limit 1),
    (select f.code from reporting.form f
     where f.definition -> 'periods' @> to_jsonb(case
         when r.period ~ '^[0-9]{4}-[0-9]{2}$' then 'MONTH' when r.period ~ '-Q' then 'QUARTER' else 'YEAR' end)
     order by f.valid_from, f.code limit 1),
    'TH-THANG');

alter table consolidation.report
    alter column form set not null,
    add constraint report_form check (form ~ '^[A-Z0-9][A-Z0-9_-]{0,39}$'),
    drop constraint report_once,
    add constraint report_once unique (unit_id, form, period);

-- A list in words is stated as a figure is: refused, taken in and hashed with them. It has no place among the printed figures.
alter table consolidation.figure
    add column words jsonb,
    alter column printed_id drop not null,
    drop constraint figure_or_absence,
    add constraint figure_one check (num_nonnulls(value, absence, words) = 1),
    add constraint figure_in_register check ((words is null) = (printed_id is not null));

-- The tree a report was drawn up by; when it becomes another one, a correction may have come although nobody sent anything.
alter table consolidation.report add column tree_mark text check (tree_mark ~ '^[0-9a-f]{32}$' or tree_mark = '');

alter table consolidation.stir
    drop constraint stir_act_check,
    add constraint stir_act_check
        check (act in ('SENT_AGAIN', 'ACCEPTED', 'RETURNED', 'REOPENED', 'REPORT', 'TREE', 'TARGET'));

-- The state of the tree when the reports were last looked through for it: one row.
create table consolidation.tree_watch (
    id     smallint primary key default 1 check (id = 1),
    looked text not null
);
select scale.local('consolidation.tree_watch');
insert into consolidation.tree_watch (looked) values ('');
