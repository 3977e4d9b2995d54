-- The public calendar asks for what takes place in these days, not for what was written in them. Most events are over: what selects is their end.
create index version_event_ends on portal.version (coalesce(event_until, event_from)) where state = 'PUBLISHED' and event_from is not null;
