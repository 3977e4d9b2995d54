-- Nobody asks for what stands inside packed rows, and how their keys are spread changes slowly. To learn both anew every minute,
-- while returns of a country come in, kept a processor busy for seconds.
do $$
declare
    leaf regclass;
    packed name;
begin
    for leaf in
        select inhrelid::regclass from pg_inherits where inhparent = 'indicators.sheet_values'::regclass
        union all
        select unnest(array['indicators.counted', 'indicators.total'])::regclass
    loop
        for packed in
            select attname from pg_attribute
            where attrelid = leaf and attnum > 0 and (atttypid = 'bytea'::regtype or atttypid::regtype::text like '%[]')
        loop
            execute format('alter table %s alter column %I set statistics 0', leaf, packed);
        end loop;
        execute format('alter table %s set (autovacuum_analyze_scale_factor = 1)', leaf);
    end loop;
end
$$;
