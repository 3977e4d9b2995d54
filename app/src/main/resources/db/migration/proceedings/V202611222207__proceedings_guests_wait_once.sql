-- A guest, like everybody else, stands on the list of those who wait to speak once.
update proceedings.speech later set state = 'WITHDRAWN', version = later.version + 1
where later.state = 'WAITING' and later.attendee_id is null and exists (
    select from proceedings.speech earlier
    where earlier.meeting_id = later.meeting_id and earlier.state = 'WAITING' and earlier.attendee_id is null
        and lower(earlier.name) = lower(later.name) and (earlier.place, earlier.id) < (later.place, later.id));
create unique index speech_guest_waits_once on proceedings.speech (meeting_id, lower(name))
    where state = 'WAITING' and attendee_id is null;
