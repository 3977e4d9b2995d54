-- Two hundred guests of the running meeting and twenty who may write in it, with the demonstration's password.
insert into people.person (id, code, full_name, gender, keeper_unit_id)
select gen_random_uuid(), 'BENCH-' || n, 'Khách mời ' || n, 'UNKNOWN', (select unit_id from meetings.meeting where state = 'RUNNING' limit 1)
from generate_series(1, 200) n on conflict do nothing;
insert into identity.account (id, login, name, person_id, password_hash, password_changed_at, must_change_password, stamp, created_at)
select gen_random_uuid(), 'guest' || n, 'Khách mời ' || n, p.id, o.password_hash, o.password_changed_at, false, 1, o.created_at
from generate_series(1, 200) n join people.person p on p.code = 'BENCH-' || n, identity.account o
where o.login = 'vanphong' on conflict do nothing;
insert into identity.account (id, login, name, password_hash, password_changed_at, must_change_password, stamp, created_at)
select gen_random_uuid(), 'writer' || n, 'Người ghi ' || n, o.password_hash, o.password_changed_at, false, 1, o.created_at
from generate_series(1, 20) n, identity.account o where o.login = 'vanphong' on conflict do nothing;
insert into access.granted_right (id, account_id, capability, role, unit_id, reach, from_on, until_on, given_at, giver_account_id)
select gen_random_uuid(), w.id, g.capability, g.role, g.unit_id, g.reach, g.from_on, g.until_on, g.given_at, g.giver_account_id
from identity.account w, access.granted_right g join identity.account o on o.id = g.account_id
where w.login like 'writer%' and o.login = 'vanphong' and g.ended_at is null on conflict do nothing;
insert into meetings.attendee (id, meeting_id, person_id, name, title)
select gen_random_uuid(), m.id, p.id, p.full_name, 'Khách mời'
from meetings.meeting m, people.person p where m.state = 'RUNNING' and p.code like 'BENCH-%' on conflict do nothing;
