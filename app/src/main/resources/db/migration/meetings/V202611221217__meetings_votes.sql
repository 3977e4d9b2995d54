-- Who takes part without a vote: whoever follows a branch from above, members on probation.
alter table meetings.attendee add column votes boolean not null default true;
