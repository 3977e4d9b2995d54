-- A word that stands in every second article is found in all of them, and only the newest are wanted. The month of an article is
-- therefore a word of the index too, so that the newest months are asked first.
create function portal.month_number(at timestamptz) returns int language sql immutable parallel safe
    return extract(year from at at time zone 'UTC')::int * 12 + extract(month from at at time zone 'UTC')::int;

create function portal.month_mark(at timestamptz) returns tsvector language sql immutable parallel safe
    return array_to_tsvector(array['@' || portal.month_number(at)]);

-- Any month from the first to the last, at most twenty years of them; null when one of them is not known.
create function portal.months(first timestamptz, last timestamptz) returns tsquery language sql stable parallel safe
    return (select string_agg('''@' || month || '''', '|')::tsquery
            from generate_series(greatest(portal.month_number(first), portal.month_number(last) - 239), portal.month_number(last)) month
            where first is not null);

drop index portal.shelf_title;
drop index portal.shelf_words;
create index shelf_title on portal.shelf using gin ((title || portal.month_mark(published_at))) with (fastupdate = off);
create index shelf_words on portal.shelf using gin ((words || portal.month_mark(published_at))) with (fastupdate = off);
