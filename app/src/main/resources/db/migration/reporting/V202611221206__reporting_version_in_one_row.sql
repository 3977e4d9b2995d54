-- What a version says stands in its own row, a list for each column: writing a row for each value cost more than everything
-- else about a return. Lists in which no value has anything are null. Whoever reads values sees them as rows, as before.
alter table reporting.return_version
    add indicators   text[] not null default '{}',
    add amounts      numeric[] not null default '{}',
    add numerators   numeric[],
    add denominators numeric[],
    add qualifiers   text[],
    add absences     text[],
    add places       text[],
    add reasons      text[];

update reporting.return_version v set
    indicators = s.indicators, amounts = s.amounts, numerators = s.numerators, denominators = s.denominators,
    qualifiers = s.qualifiers, absences = s.absences, places = s.places, reasons = s.reasons
from (
    select cell_id, return_id, version,
        array_agg(indicator order by indicator) as indicators,
        array_agg(value order by indicator) as amounts,
        case when count(numerator) > 0 then array_agg(numerator order by indicator) end as numerators,
        case when count(denominator) > 0 then array_agg(denominator order by indicator) end as denominators,
        case when bool_or(qualifier <> 'EXACT') then array_agg(nullif(qualifier, 'EXACT') order by indicator) end as qualifiers,
        case when count(absence) > 0 then array_agg(absence order by indicator) end as absences,
        case when count(place) > 0 then array_agg(place order by indicator) end as places,
        case when count(reason) > 0 then array_agg(reason order by indicator) end as reasons
    from reporting.return_value
    group by cell_id, return_id, version
) s
where (v.cell_id, v.return_id, v.version) = (s.cell_id, s.return_id, s.version);

-- The same rules as for single rows: each indicator once; a value or the reason of its absence; both parts of a share or none.
alter table reporting.return_version
    alter indicators drop default,
    alter amounts drop default,
    add constraint return_version_even check (
        cardinality(amounts) = cardinality(indicators) and cardinality(numerators) = cardinality(indicators)
        and cardinality(denominators) = cardinality(indicators) and cardinality(qualifiers) = cardinality(indicators)
        and cardinality(absences) = cardinality(indicators) and cardinality(places) = cardinality(indicators)
        and cardinality(reasons) = cardinality(indicators)),
    add constraint return_version_once check (length(array_to_tsvector(indicators)) = cardinality(indicators)),
    add constraint return_version_value_or_absence check (
        cardinality(array_positions(amounts, null)) + coalesce(cardinality(array_positions(absences, null)), cardinality(indicators))
            = cardinality(indicators)
        and not array_positions(amounts, null) && array_positions(absences, null)),
    add constraint return_version_share check (array_positions(numerators, null) is not distinct from array_positions(denominators, null)),
    add constraint return_version_qualifier check (array_remove(qualifiers, null) <@ array['OVER', 'NEARLY', 'ABOUT']),
    add constraint return_version_absence check (array_remove(absences, null) <@ array['NOT_REPORTED', 'NONE', 'NOT_APPLICABLE']);

delete from scale.placement where rel = 'reporting.return_value';
drop table reporting.return_value;
create view reporting.return_value with (security_invoker = true) as
select v.cell_id, v.return_id, v.version, s.indicator, s.value, s.numerator, s.denominator,
    coalesce(s.qualifier, 'EXACT') as qualifier, s.absence, s.place, s.reason
from reporting.return_version v
cross join lateral unnest(v.indicators, v.amounts, v.numerators, v.denominators, v.qualifiers, v.absences, v.places, v.reasons)
    as s (indicator, value, numerator, denominator, qualifier, absence, place, reason);
