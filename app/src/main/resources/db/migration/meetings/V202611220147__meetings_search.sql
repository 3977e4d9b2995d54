alter table meetings.meeting add column title_fold text not null generated always as (platform.vn_fold(title)) stored;
create index meeting_title_fold on meetings.meeting using gin (title_fold gin_trgm_ops);
