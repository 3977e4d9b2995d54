-- Some of what a person owes has no date: a report that waits to be confirmed. It stands in the day's list too.
alter table notification.digest_line alter column due_on drop not null;
