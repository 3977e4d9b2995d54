-- Who typed which field last, and when, so that two people on one draft see each other: field -> "account milliseconds".
alter table reporting.return_draft add column touched jsonb not null default '{}';
