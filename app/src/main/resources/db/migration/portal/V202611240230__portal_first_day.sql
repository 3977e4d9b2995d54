-- The day on which a text that comes from elsewhere was published there: what visitors see and lists sort by. When it was let out
-- here stays in published_at.
alter table portal.version add column first_on date check (first_on >= '1900-01-01');
