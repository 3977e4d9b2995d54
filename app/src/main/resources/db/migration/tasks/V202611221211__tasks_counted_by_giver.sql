-- What a unit gave is counted whenever its return is opened.
create index task_counted on tasks.task (giver_unit_id) where not several;
