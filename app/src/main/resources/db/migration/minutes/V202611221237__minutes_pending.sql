-- What waits for whom is asked on every desk. A notice of conclusions is wanted when somebody is named who signs it.
alter table minutes.record add column notice_due timestamptz;
update minutes.record r
set notice_due = m.closed_at + interval '1 hour'
from meetings.meeting m
where m.id = r.meeting_id and m.closed_at is not null
    and exists (select from meetings.kind_version v where v.kind = m.kind and v.signer_post is not null)
    and exists (select from meetings.outcome o where o.meeting_id = m.id and o.kind <> 'DRAFT');
create index record_kept_by on minutes.record (secretary_account_id) where state <> 'LOCKED';
create index record_chaired_by on minutes.record (chair_person_id) where state = 'ADOPTED';
create index record_unnoticed on minutes.record (unit_id) where notice_due is not null and notice_at is null;
