-- Pages of other portals that were taken in: the draft each became, and what was read how surely.
select platform.create_module('pageimport');

create table pageimport.page (
    id         uuid primary key,
    unit_id    uuid not null,
    article_id uuid not null references portal.article,
    file       text not null check (file ~ '\S' and length(file) <= 200),
    title      text not null check (title ~ '\S' and length(title) <= 250),
    -- Of the letters after they were put right: the same page saved twice is the same page.
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    report     jsonb not null,
    taken_at   timestamptz not null,
    constraint page_once unique (unit_id, sha256)
);
select scale.local('pageimport.page');
create index page_newest on pageimport.page (taken_at desc, id desc);
create index page_article on pageimport.page (article_id);
