-- The public site: categories, articles with their versions, the figures and pictures in them, and how often they were read.
select platform.create_module('portal');

create table portal.category (
    code     text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    name_vi  text not null check (name_vi ~ '\S' and length(name_vi) <= 80),
    name_en  text not null check (name_en ~ '\S' and length(name_en) <= 80),
    kind     text not null check (kind in ('NEWS', 'NOTICE')),
    position smallint not null
);
select scale.reference('portal.category');

create table portal.link (
    href     text primary key check (href ~ '^(https?://|/)' and length(href) <= 300),
    name     text not null check (name ~ '\S' and length(name) <= 120),
    position smallint not null
);
select scale.reference('portal.link');

-- The imprint: one line of contact facts each.
create table portal.imprint (
    line     text primary key check (line in ('publisher', 'responsible', 'office', 'address', 'phone', 'email')),
    value    text not null check (length(value) <= 200)
);
select scale.reference('portal.imprint');

create table portal.media (
    id         uuid primary key,
    unit_id    uuid not null,
    media_type text not null check (media_type = 'image/jpeg'),
    width      int not null check (width between 1 and 4000),
    height     int not null check (height between 1 and 4000),
    content    bytea not null check (length(content) between 1 and 4194304),
    thumbnail  bytea not null check (length(thumbnail) between 1 and 1048576),
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    added_at   timestamptz not null,
    constraint media_once unique (unit_id, sha256)
);
select scale.local('portal.media');

create table portal.article (
    id              uuid primary key,
    unit_id         uuid not null,
    slug            text not null constraint article_slug unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
    -- The meeting it reports; one article a meeting, so a draft asked for twice is the same draft.
    meeting_id      uuid constraint article_meeting unique,
    created_at      timestamptz not null,
    first_published_at timestamptz
);
select scale.local('portal.article');
create index article_unit on portal.article (unit_id, id desc);
create index article_newest on portal.article (first_published_at desc, id desc) where first_published_at is not null;

create table portal.version (
    id                  uuid primary key,
    article_id          uuid not null references portal.article,
    number              int not null check (number > 0),
    state               text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'REPLACED')),
    category            text not null references portal.category,
    title               text not null check (title ~ '\S' and title is nfc normalized and length(title) <= 200),
    lead                text not null check (lead is nfc normalized and length(lead) <= 1000),
    body                text not null check (body is nfc normalized and length(body) <= 200000),
    -- What a search compares: title, lead and the body without marks and tags.
    fold                text not null,
    byline              text not null check (length(byline) <= 120),
    source              text not null check (length(source) <= 200),
    media_id            uuid references portal.media,
    caption             text not null check (length(caption) <= 300),
    alt                 text not null check (length(alt) <= 300),
    correction          text not null default '' check (length(correction) <= 300),
    revision            int not null default 1,
    author_account_id   uuid not null,
    author_name         text not null,
    editor_account_id   uuid not null,
    changed_at          timestamptz not null,
    submitted_at        timestamptz,
    comment             text not null default '' check (length(comment) <= 1000),
    approver_account_id uuid,
    approver_name       text,
    published_at        timestamptz,
    constraint version_number unique (article_id, number),
    -- Who wrote or changed it may not let it out.
    constraint version_second_person check (approver_account_id is distinct from author_account_id
        and approver_account_id is distinct from editor_account_id),
    constraint version_published check ((state in ('PUBLISHED', 'REPLACED')) = (published_at is not null)
        and (published_at is null or approver_account_id is not null)),
    constraint version_picture_told check (media_id is null or state not in ('PUBLISHED', 'SUBMITTED') or alt ~ '\S')
);
select scale.local('portal.version');
create unique index version_open on portal.version (article_id) where state in ('DRAFT', 'SUBMITTED', 'RETURNED');
create unique index version_public on portal.version (article_id) where state = 'PUBLISHED';
create index version_category on portal.version (category) where state = 'PUBLISHED';
create index version_fold on portal.version using gin (fold gin_trgm_ops) where state = 'PUBLISHED';
create index version_media on portal.version (media_id);

-- Which frozen figures a version prints.
create table portal.figure_use (
    version_id uuid not null references portal.version,
    figure_id  uuid not null,
    primary key (version_id, figure_id)
);
select scale.local('portal.figure_use');
create index figure_use_figure on portal.figure_use (figure_id);

create table portal.view_count (
    article_id uuid primary key references portal.article,
    views      bigint not null check (views >= 0)
);
select scale.local('portal.view_count');

-- A visitor is a keyed hash that changes every day, kept only as long as it keeps a reload from counting again.
create table portal.view_seen (
    article_id uuid not null,
    visitor    bytea not null check (length(visitor) = 16),
    slot       bigint not null,
    primary key (article_id, visitor, slot)
);
select scale.local('portal.view_seen');
create index view_seen_slot on portal.view_seen (slot);

-- The key the visitors' hashes are made with; yesterday's is deleted, so yesterday's hashes say nothing any more.
create table portal.view_key (
    day date primary key,
    key bytea not null check (length(key) = 32)
);
select scale.local('portal.view_key');
