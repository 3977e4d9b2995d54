-- The unit that was first given the task, when another has taken its place since. One order may then reach one unit twice.
alter table tasks.task add column former_unit_id uuid;
alter table tasks.task drop constraint task_one_per_unit;
create unique index task_one_per_unit on tasks.task (parent_id, unit_id, coalesce(former_unit_id, unit_id));
