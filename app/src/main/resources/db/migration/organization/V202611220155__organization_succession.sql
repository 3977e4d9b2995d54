-- Which unit came after which, by what share. Plans of reorganisations live in a room of their own, above this one.
delete from scale.placement where rel in ('organization.succession', 'organization.reorganisation');
drop table organization.succession;
alter table organization.unit_version drop constraint unit_version_reorganisation_id_fkey;
alter table organization.unit_version rename column reorganisation_id to plan_id;
drop table organization.reorganisation;

create table organization.succession (
    from_unit_id uuid not null references organization.unit,
    day          date not null,
    to_unit_id   uuid not null references organization.unit,
    share        numeric(9, 8) not null check (share > 0 and share <= 1),
    -- Nobody said the share: the plan divided equally.
    estimated    boolean not null,
    plan_id      uuid not null,
    primary key (from_unit_id, day, to_unit_id),
    check (from_unit_id <> to_unit_id)
);
select scale.reference('organization.succession');
create index succession_to on organization.succession (to_unit_id, day);
