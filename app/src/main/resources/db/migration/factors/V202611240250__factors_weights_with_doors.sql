-- No page restores data or opens petitions, so nothing is asked there. Opening accounts and giving passwords weighs as rights do.
delete from factors.rule where weight in ('RESTORE', 'PETITION');
insert into factors.rule (id, weight, need, minutes, from_on, until_on)
select gen_random_uuid(), 'ACCOUNTS', need, minutes, from_on, until_on from factors.rule where weight = 'GRANTS';
