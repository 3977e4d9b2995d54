-- A paper may belong to one item of the agenda; without one it is for the whole meeting.
alter table preparation.material add column item_id uuid;

-- Whom a restricted paper is for, beside the persons that are named: holders of a post, of a role, those of a unit.
create table preparation.material_circle (
    material_id uuid not null references preparation.material on delete cascade,
    post text,
    role text,
    unit_id uuid,
    constraint material_circle_is_one_thing check (num_nonnulls(post, role, unit_id) = 1),
    constraint material_circle_once unique nulls not distinct (material_id, post, role, unit_id)
);
select scale.local('preparation.material_circle');

-- An item that was carried over keeps its reach while it waits.
alter table preparation.topic add column reach text not null default 'INTERNAL' check (reach in ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
