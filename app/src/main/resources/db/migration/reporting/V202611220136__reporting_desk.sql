-- What is on somebody's desk: returns that wait for a decision, and those begun or given back. Few at any time.
create index unit_return_waiting on reporting.unit_return (unit_id, submitted_at) where state = 'SUBMITTED';
create index unit_return_open on reporting.unit_return (unit_id) where state in ('DRAFT', 'RETURNED');
