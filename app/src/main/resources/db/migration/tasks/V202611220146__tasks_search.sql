alter table tasks.task add column title_fold text not null generated always as (platform.vn_fold(title)) stored;
create index task_title_fold on tasks.task using gin (title_fold gin_trgm_ops);
