-- The tree with a history: a unit is an identity, its name, kind and parent hold for a range of days.
select platform.create_module('organization');

create table organization.unit_kind (
    code            text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    name_vi         text not null,
    name_en         text not null,
    category        text not null check (category in ('PARTY', 'BOARD', 'GOVERNMENT', 'MASS', 'AREA')),
    rank            smallint not null,
    reports         boolean not null,
    own_cell        boolean not null,
    may_stand_alone boolean not null,
    -- How a unit of this kind is called inside a person's title; {name}, {short} and {parent} are filled in.
    in_title        text not null,
    valid           daterange not null check (not isempty(valid) and not lower_inf(valid)),
    source          text not null
);
select scale.reference('organization.unit_kind');

create table organization.unit_kind_parent (
    kind        text not null references organization.unit_kind,
    parent_kind text not null references organization.unit_kind,
    valid       daterange not null check (not isempty(valid) and not lower_inf(valid)),
    primary key (kind, parent_kind, valid without overlaps)
);
select scale.reference('organization.unit_kind_parent');

create table organization.unit (
    id      uuid primary key,
    code    text not null constraint unit_code_unique unique check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,31}$'),
    cell_id smallint not null check (cell_id between 1 and 4096)
);
select scale.reference('organization.unit');
-- A unit is never deleted, its code and cell never change.
revoke update, delete on organization.unit from giaoban_app;

create table organization.reorganisation (
    id         uuid primary key,
    kind       text not null check (kind in ('FOUND', 'MERGE', 'SPLIT', 'ABSORB', 'MOVE', 'RENAME', 'DISSOLVE', 'CHANGE_KIND')),
    held_on    date not null,
    basis      text not null check (basis ~ '\S'),
    planned_at timestamptz not null,
    done_at    timestamptz
);
select scale.reference('organization.reorganisation');

create table organization.succession (
    reorganisation_id uuid not null references organization.reorganisation,
    from_unit_id      uuid not null references organization.unit,
    to_unit_id        uuid not null references organization.unit,
    share             numeric(9, 8) not null check (share > 0 and share <= 1),
    primary key (reorganisation_id, from_unit_id, to_unit_id),
    check (from_unit_id <> to_unit_id)
);
select scale.reference('organization.succession');
create index succession_to on organization.succession (to_unit_id);
create index succession_from on organization.succession (from_unit_id);

create table organization.unit_version (
    unit_id           uuid not null references organization.unit,
    valid             daterange not null check (not isempty(valid) and not lower_inf(valid)),
    name              text not null check (name is nfc normalized and name ~ '\S' and length(name) <= 200),
    short_name        text not null check (short_name is nfc normalized and short_name ~ '\S' and length(short_name) <= 80),
    kind              text not null references organization.unit_kind,
    parent_unit_id    uuid check (parent_unit_id <> unit_id),
    basis             text not null check (length(basis) <= 300),
    reorganisation_id uuid references organization.reorganisation,
    name_fold         text not null generated always as (platform.vn_fold(name || ' ' || short_name)) stored,
    primary key (unit_id, valid without overlaps)
);
select scale.reference('organization.unit_version');
-- On every day a unit has a parent, the parent exists. Deferred: one change ends a version and begins the next.
alter table organization.unit_version add constraint unit_version_parent
    foreign key (parent_unit_id, period valid) references organization.unit_version (unit_id, period valid)
    deferrable initially deferred;
create index unit_version_parent_unit on organization.unit_version (parent_unit_id);
create index unit_version_name_fold on organization.unit_version using gin (name_fold gin_trgm_ops);

-- One row: whoever changes the tree holds it, so two changes cannot close a loop together. Its number tells caches that the tree changed.
create table organization.tree_state (
    only_row boolean primary key default true check (only_row),
    version  bigint not null
);
select scale.local('organization.tree_state');
insert into organization.tree_state (version) values (1);

create table organization.post (
    code     text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    name_vi  text not null,
    name_en  text not null,
    -- How the post begins a full title: "Chánh" before "Văn phòng Huyện ủy", where lists say "Chánh Văn phòng".
    in_title text not null,
    rank     smallint not null,
    single   boolean not null,
    valid    daterange not null check (not isempty(valid) and not lower_inf(valid)),
    constraint post_single unique (code, single)
);
select scale.reference('organization.post');

create table organization.post_kind (
    post text not null references organization.post,
    kind text not null references organization.unit_kind,
    primary key (post, kind)
);
select scale.reference('organization.post_kind');

create table organization.mandate (
    id         uuid primary key,
    person_id  uuid not null references people.person,
    unit_id    uuid not null,
    post       text not null,
    single     boolean not null,
    method     text not null check (method in ('ELECTED', 'BY_ELECTION', 'APPOINTED', 'ASSIGNED', 'CONCURRENT')),
    valid      daterange not null check (not isempty(valid) and not lower_inf(valid)),
    decision   text not null check (length(decision) <= 120),
    -- The flag is copied from the post so that an exclusion constraint can read it.
    foreign key (post, single) references organization.post (code, single) on update cascade,
    -- A mandate lies inside the life of its unit.
    constraint mandate_unit foreign key (unit_id, period valid) references organization.unit_version (unit_id, period valid)
        deferrable initially deferred,
    constraint mandate_one_holder exclude using gist (unit_id with =, post with =, valid with &&) where (single),
    constraint mandate_same_person exclude using gist (person_id with =, unit_id with =, post with =, valid with &&)
);
select scale.local('organization.mandate');
create index mandate_person on organization.mandate (person_id);
create index mandate_unit_index on organization.mandate (unit_id);

create table organization.holiday (
    day     date primary key,
    name_vi text not null,
    name_en text not null,
    source  text not null
);
select scale.reference('organization.holiday');
