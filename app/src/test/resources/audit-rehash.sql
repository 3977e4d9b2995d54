-- What an attacker without the keys can do: hash a chain anew from a line on, as a log without keys is hashed. Its fields stand
-- with their lengths, numbers with the high byte first.
create or replace function public.sized(t text) returns bytea language sql immutable as $$
    select int4send(octet_length(t)) || convert_to(t, 'UTF8')
$$;
create or replace function public.rehash(which smallint, first bigint) returns void language plpgsql as $$
declare
    line record;
    last bytea;
begin
    select hash into last from audit.entry where shard = which and position = first - 1;
    last := coalesce(last, sha256(convert_to('giaoban audit shard ' || which, 'UTF8')));
    for line in select * from audit.entry where shard = which and position >= first order by position loop
        last := sha256(last || int8send(line.position) || public.sized(line.id::text)
            || int8send(floor(extract(epoch from line.at))::bigint)
            || int4send((extract(microseconds from line.at)::bigint % 1000000 * 1000)::int)
            || public.sized(line.account_id::text) || public.sized(line.act || case when line.position = first then '!' else '' end)
            || public.sized(line.object_kind) || public.sized(line.object_id::text)
            || public.sized(coalesce(line.unit_id::text, '')) || public.sized(line.details));
        update audit.entry set hash = last, key_number = 0, act = act || case when position = first then '!' else '' end
        where shard = which and position = line.position;
    end loop;
end
$$;
