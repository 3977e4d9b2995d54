-- The public calendar asks for what takes place in these days, not for what was written in them.
create index version_event on portal.version (event_from) where state = 'PUBLISHED' and event_from is not null;
