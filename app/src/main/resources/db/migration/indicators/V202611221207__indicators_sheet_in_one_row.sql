-- What a unit said for a stored period is one row with a list for each column: it is written together, counted together and read
-- together. Lists in which no value has anything are null: no versions where all are the first, no arrivals where all came with
-- arrival_id. Whoever reads single values sees them as rows, as before, also year by year.
create table indicators.sheet_values (
    cell_id      smallint not null,
    unit_no      int not null,
    period       int not null,
    arrival_id   bigint not null,
    indicators   smallint[] not null,
    versions     int[],
    arrivals     bigint[],
    amounts      numeric[] not null,
    numerators   numeric[],
    denominators numeric[],
    qualifiers   text[],
    absences     text[],
    places       text[],
    primary key (cell_id, unit_no, period),
    constraint sheet_values_even check (
        cardinality(versions) = cardinality(indicators) and cardinality(arrivals) = cardinality(indicators)
        and cardinality(amounts) = cardinality(indicators) and cardinality(numerators) = cardinality(indicators)
        and cardinality(denominators) = cardinality(indicators) and cardinality(qualifiers) = cardinality(indicators)
        and cardinality(absences) = cardinality(indicators) and cardinality(places) = cardinality(indicators)),
    constraint sheet_values_once check (length(array_to_tsvector(indicators::text[])) = cardinality(indicators)),
    constraint sheet_values_version check (0 < all (versions)),
    constraint sheet_values_value_or_absence check (
        cardinality(array_positions(amounts, null)) + coalesce(cardinality(array_positions(absences, null)), cardinality(indicators))
            = cardinality(indicators)
        and not array_positions(amounts, null) && array_positions(absences, null)),
    constraint sheet_values_share check (array_positions(numerators, null) is not distinct from array_positions(denominators, null)),
    constraint sheet_values_qualifier check (array_remove(qualifiers, null) <@ array['OVER', 'NEARLY', 'ABOUT']),
    constraint sheet_values_absence check (array_remove(absences, null) <@ array['NOT_REPORTED', 'NONE', 'NOT_APPLICABLE'])
) partition by range (period);

do $$
begin
    for year in 2010..2035 loop
        execute format(
            'create table indicators.sheet_values_%s partition of indicators.sheet_values for values from (%s) to (%s)'
                ' with (fillfactor = 85, toast_tuple_target = 8160)',
            year, year * 100, (year + 1) * 100);
    end loop;
end
$$;
create table indicators.sheet_values_other partition of indicators.sheet_values default with (fillfactor = 85, toast_tuple_target = 8160);
select scale.distribute('indicators.sheet_values', 'cell_id', 'indicators.arrival');

insert into indicators.sheet_values
select cell_id, unit_no, period, max(arrival_id),
    array_agg(indicator_id order by indicator_id),
    case when max(version) > 1 then array_agg(version order by indicator_id) end,
    case when min(arrival_id) < max(arrival_id) then array_agg(arrival_id order by indicator_id) end,
    array_agg(value order by indicator_id),
    case when count(numerator) > 0 then array_agg(numerator order by indicator_id) end,
    case when count(denominator) > 0 then array_agg(denominator order by indicator_id) end,
    case when count(qualifier) > 0 then array_agg(qualifier order by indicator_id) end,
    case when count(absence) > 0 then array_agg(absence order by indicator_id) end,
    case when count(place) > 0 then array_agg(place order by indicator_id) end
from indicators.indicator_value
group by cell_id, unit_no, period;

delete from scale.placement where rel = 'indicators.indicator_value';
drop table indicators.indicator_value;

do $$
declare
    year text;
begin
    foreach year in array array[''] || array(select '_' || y from generate_series(2010, 2035) y) loop
        execute format($view$
            create view indicators.indicator_value%1$s with (security_invoker = true) as
            select v.cell_id, v.unit_no, v.period, s.indicator_id, coalesce(s.version, 1) as version,
                coalesce(s.arrival_id, v.arrival_id) as arrival_id, s.value, s.numerator, s.denominator, s.qualifier, s.absence, s.place
            from indicators.sheet_values%1$s v
            cross join lateral unnest(v.indicators, v.versions, v.arrivals, v.amounts, v.numerators, v.denominators, v.qualifiers,
                v.absences, v.places)
                as s (indicator_id, version, arrival_id, value, numerator, denominator, qualifier, absence, place)
            $view$, year);
    end loop;
end
$$;
