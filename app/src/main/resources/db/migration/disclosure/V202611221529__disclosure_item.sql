-- What an agency makes public besides news. Visitors are shown "shown" and nothing else; whatever is being prepared lies in "draft".
select platform.create_module('disclosure');

create table disclosure.item (
    id               uuid primary key,
    unit_id          uuid not null,
    kind             text not null check (kind in ('PAPER', 'CONTACT', 'WORK', 'SERIES', 'PAGE', 'BANNER', 'SITE')),
    -- The document, meeting, order or mandate it was taken from.
    source_id        uuid,
    draft            jsonb check (jsonb_typeof(draft) = 'object'),
    draft_title      text not null default '' check (length(draft_title) <= 500),
    -- Everybody who had a hand in the draft, and in what is shown.
    draft_hands      uuid[] not null default '{}',
    shown_hands      uuid[] not null default '{}',
    shown            jsonb check (jsonb_typeof(shown) = 'object'),
    -- Of what is shown, for the lists of visitors.
    title            text not null default '' check (length(title) <= 500),
    sort             text not null default '' check (length(sort) <= 80),
    issuer           text not null default '' check (length(issuer) <= 200),
    slug             text check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
    position         smallint not null default 0,
    on_day           date not null,
    until_day        date,
    fold             text not null default '',
    prepared_by      text not null check (length(prepared_by) <= 120),
    prepared_at      timestamptz not null,
    released_account uuid,
    released_by      text check (length(released_by) <= 120),
    released_at      timestamptz,
    withdrawn_at     timestamptz,
    withdrawn_why    text not null default '' check (length(withdrawn_why) <= 300),
    revision         int not null default 1,
    constraint item_released check ((shown is null) = (released_at is null) and (released_at is null) = (released_account is null)),
    constraint item_something check (draft is not null or shown is not null),
    -- Who prepared it may not let it out.
    constraint item_second_person check (released_account is null or released_account <> all (shown_hands)),
    constraint item_days check (until_day is null or until_day >= on_day)
);
select scale.local('disclosure.item');
create index item_desk on disclosure.item (unit_id, kind, id desc);
create index item_public on disclosure.item (kind, on_day desc, id desc) where shown is not null and withdrawn_at is null;
create index item_public_unit on disclosure.item (unit_id, kind, on_day desc) where shown is not null and withdrawn_at is null;
create index item_fold on disclosure.item using gin (fold gin_trgm_ops) where shown is not null and withdrawn_at is null;
create unique index item_source on disclosure.item (kind, source_id) where source_id is not null and withdrawn_at is null;
create unique index item_slug on disclosure.item (kind, slug) where slug is not null and withdrawn_at is null;
create unique index item_site on disclosure.item (unit_id) where kind = 'SITE' and withdrawn_at is null;

-- The frozen figures of a released series, one a period.
create table disclosure.released_figure (
    item_id   uuid not null references disclosure.item,
    position  smallint not null check (position between 0 and 60),
    figure_id uuid not null,
    primary key (item_id, position)
);
select scale.local('disclosure.released_figure');
create index released_figure_figure on disclosure.released_figure (figure_id);
