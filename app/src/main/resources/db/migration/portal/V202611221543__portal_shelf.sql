-- What visitors can read at this moment: one narrow row per published article, from which lists, neighbours, the map of the site and
-- the search are answered. The tables of articles and versions keep it themselves, so nobody who publishes can forget it.
create table portal.shelf (
    article_id   uuid primary key references portal.article on delete cascade,
    unit_id      uuid not null,
    language     text not null,
    category     text not null references portal.category,
    topic        text references portal.topic,
    published_at timestamptz not null,
    changed_at   timestamptz not null,
    -- Words of the headline, and of the whole text: without marks and tones.
    title        tsvector not null,
    words        tsvector not null
);
select scale.local('portal.shelf');
-- The words of a whole text lie apart, unpacked: who goes through a list does not carry them.
alter table portal.shelf alter column words set storage external;
create index shelf_newest on portal.shelf (published_at desc, article_id desc);
create index shelf_category on portal.shelf (category, published_at desc, article_id desc);
create index shelf_unit on portal.shelf (unit_id, published_at desc, article_id desc);
create index shelf_topic on portal.shelf (topic, published_at desc, article_id desc) where topic is not null;
create index shelf_oldest on portal.shelf (published_at, article_id) include (changed_at);
create index shelf_title on portal.shelf using gin (title) with (fastupdate = off);
create index shelf_words on portal.shelf using gin (words) with (fastupdate = off);

create function portal.put_on_shelf() returns trigger language plpgsql as $$
begin
    if new.state = 'PUBLISHED' then
        insert into portal.shelf (article_id, unit_id, language, category, topic, published_at, changed_at, title, words)
        select a.id, a.unit_id, a.language, new.category, new.topic, coalesce(a.first_published_at, new.published_at), new.published_at,
               to_tsvector('simple', split_part(new.fold, E'\n', 1)), to_tsvector('simple', new.fold)
        from portal.article a where a.id = new.article_id
        on conflict (article_id) do update set unit_id = excluded.unit_id, language = excluded.language, category = excluded.category,
            topic = excluded.topic, published_at = excluded.published_at, changed_at = excluded.changed_at,
            title = excluded.title, words = excluded.words;
    elsif tg_op = 'UPDATE' and old.state = 'PUBLISHED' then
        delete from portal.shelf where article_id = new.article_id;
    end if;
    return null;
end
$$;
create trigger version_shelved after insert or update on portal.version
    for each row execute function portal.put_on_shelf();

create function portal.move_on_shelf() returns trigger language plpgsql as $$
begin
    update portal.shelf set published_at = new.first_published_at, unit_id = new.unit_id
    where article_id = new.id and (published_at, unit_id) is distinct from (new.first_published_at, new.unit_id);
    return null;
end
$$;
create trigger article_shelved after update of first_published_at, unit_id on portal.article
    for each row execute function portal.move_on_shelf();

-- Every server makes its kept pages anew when the shelf has changed, whoever changed it.
create function portal.tell_pages() returns trigger language plpgsql as $$
begin
    insert into platform.stamp (name, number) values ('pages', nextval('platform.stamp_number'))
    on conflict (name) do update set number = excluded.number;
    return null;
end
$$;
create trigger shelf_told after insert or update or delete on portal.shelf
    for each statement execute function portal.tell_pages();

update portal.version set state = state where state = 'PUBLISHED';

-- Visitors' search asks the shelf; editors look among what is not out yet.
drop index portal.version_fold;
drop index portal.version_category;
