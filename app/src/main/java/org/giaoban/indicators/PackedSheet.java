package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.giaoban.indicators.FactRepository.Said;
import org.giaoban.platform.PackedFigures;
import org.jspecify.annotations.Nullable;

/** What is said of a unit's period as its row keeps it: a list for each column, in the order of the indicators' numbers. */
final class PackedSheet {

    static final String COLUMNS = "indicators, amounts, numerators, denominators, qualifiers, absences, places";

    /** Puts the values of {@code merged}, as they stand after the {@code arrived}, into their row. */
    static final String WRITE = """
            insert into %s as v (cell_id, unit_no, period, arrival_id, versions, arrivals, %s)
            select a.cell_id, a.unit_no, a.period, a.id,
                case when m.newest > 1 then m.versions end, case when m.oldest < a.id then m.arrivals end,
                indicators, amounts, numerators, denominators, qualifiers, absences, places
            from arrived a, (
                select max(version) as newest, min(arrival_id) as oldest,
                    array_agg(version) as versions, array_agg(arrival_id) as arrivals,
                    array_agg(indicator_id) as indicators, array_agg(value) as amounts,
                    case when count(numerator) > 0 then array_agg(numerator) end as numerators,
                    case when count(denominator) > 0 then array_agg(denominator) end as denominators,
                    case when count(qualifier) > 0 then array_agg(qualifier) end as qualifiers,
                    case when count(absence) > 0 then array_agg(absence) end as absences,
                    case when count(place) > 0 then array_agg(place) end as places
                from (select * from merged order by indicator_id) o
            ) m
            on conflict (cell_id, unit_no, period) do update set
                arrival_id = excluded.arrival_id, versions = excluded.versions, arrivals = excluded.arrivals,
                indicators = excluded.indicators, amounts = excluded.amounts, numerators = excluded.numerators,
                denominators = excluded.denominators, qualifiers = excluded.qualifiers, absences = excluded.absences,
                places = excluded.places
            """.formatted(ValuesOfYear.SHEETS, COLUMNS);

    private PackedSheet() {}

    /** In the order of {@link #COLUMNS}. */
    static List<@Nullable Object> of(List<Said> said) {
        var sorted = said.stream().sorted(Comparator.comparing(Said::indicator)).toList();
        var columns = new ArrayList<@Nullable Object>();
        columns.add(sorted.stream().map(Said::indicator).toArray(Short[]::new));
        columns.addAll(PackedFigures.columns(sorted.stream().map(Said::figure).toList()));
        columns.add(PackedFigures.texts(sorted, Said::place));
        return columns;
    }
}
