-- What an article says besides its text, in which language, when it comes and goes by itself, and who may let it out from outside.

-- A topic goes through several categories: a campaign, a congress, a storm.
create table portal.topic (
    code     text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    name_vi  text not null check (name_vi ~ '\S' and length(name_vi) <= 80),
    name_en  text not null check (name_en ~ '\S' and length(name_en) <= 80),
    position smallint not null,
    -- A closed topic is offered no more; what carries it keeps it.
    closed   boolean not null default false
);
select scale.reference('portal.topic');

alter table portal.category
    drop constraint category_kind_check,
    add constraint category_kind_check check (kind in ('NEWS', 'NOTICE', 'EVENT'));

alter table portal.article
    add column language text not null default 'vi' check (language in ('vi', 'en')),
    -- The Vietnamese article that this one says in English; one each.
    add column original_id uuid references portal.article,
    -- When visitors stop seeing it by itself.
    add column withdraw_at timestamptz,
    add constraint article_translated check (original_id is null or language = 'en');
create unique index article_translation on portal.article (original_id) where original_id is not null;
create index article_withdraw on portal.article (withdraw_at) where withdraw_at is not null;

alter table portal.version
    add column kicker      text not null default '' check (length(kicker) <= 80 and kicker is nfc normalized),
    add column place       text not null default '' check (length(place) <= 60 and place is nfc normalized),
    add column topic       text references portal.topic,
    add column tags        text[] not null default '{}' check (cardinality(tags) <= 12),
    add column related     uuid[] not null default '{}' check (cardinality(related) <= 10),
    add column byline_kind text not null default 'PERSON' check (byline_kind in ('PERSON', 'UNIT', 'COLLABORATOR')),
    add column event_from  timestamptz,
    add column event_until timestamptz,
    add column event_place text not null default '' check (length(event_place) <= 200),
    -- When an approved version goes out by itself.
    add column due_at      timestamptz,
    drop constraint version_state_check,
    add constraint version_state_check
        check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'REPLACED', 'WITHDRAWN')),
    drop constraint version_published,
    add constraint version_published
        check ((state in ('PUBLISHED', 'REPLACED', 'WITHDRAWN')) = (published_at is not null)
            and (published_at is null or approver_account_id is not null)),
    add constraint version_approved check (state <> 'APPROVED' or due_at is not null and approver_account_id is not null),
    add constraint version_event check (event_until is null or event_from is not null and event_until >= event_from),
    drop constraint version_picture_told,
    add constraint version_picture_told check (media_id is null or state not in ('PUBLISHED', 'SUBMITTED', 'APPROVED') or alt ~ '\S');
drop index portal.version_open;
create unique index version_open on portal.version (article_id) where state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED');
drop index portal.version_fold_open;
create index version_fold_open on portal.version using gin (fold gin_trgm_ops)
    where state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED');
create index version_due on portal.version (due_at) where state = 'APPROVED';
create index version_topic on portal.version (topic) where state = 'PUBLISHED' and topic is not null;
create index version_tags on portal.version using gin (tags) where state = 'PUBLISHED';

-- What an editor has typed since the last time they pressed save: one row a person and article, gone when they save.
create table portal.autosave (
    article_id uuid not null references portal.article,
    account_id uuid not null,
    revision   int not null,
    fields     text not null check (length(fields) <= 600000),
    saved_at   timestamptz not null,
    primary key (article_id, account_id)
);
select scale.local('portal.autosave');

-- A link by which somebody without an account decides once about one version, in the place of who made the link.
create table portal.approval_link (
    id              uuid primary key,
    article_id      uuid not null references portal.article,
    version_id      uuid not null references portal.version,
    -- The text they will read; when it changes the link is worth nothing.
    revision        int not null,
    -- Only the digest is kept: who reads this table cannot approve anything with it.
    token_hash      bytea not null constraint approval_link_token unique check (length(token_hash) = 32),
    reader_name     text not null check (reader_name ~ '\S' and length(reader_name) <= 120),
    made_by         uuid not null,
    made_by_name    text not null,
    made_at         timestamptz not null,
    expires_at      timestamptz not null check (expires_at > made_at),
    opened_at       timestamptz,
    ended_at        timestamptz,
    ending          text check (ending in ('APPROVED', 'RETURNED', 'REVOKED')),
    constraint approval_link_ended check ((ended_at is null) = (ending is null))
);
select scale.local('portal.approval_link');
create index approval_link_version on portal.approval_link (version_id, made_at desc);
