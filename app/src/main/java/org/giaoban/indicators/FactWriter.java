package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.giaoban.indicators.FactRepository.Arrival;
import org.giaoban.indicators.FactRepository.Said;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.giaoban.platform.FixedStatements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Takes in what a source says, in one statement; the first one to say something of a unit's period has less to compare. */
@Repository
class FactWriter {

    private static final String ABOUT = """
            with about as (
                select ?::smallint as cell_id, ?::int as unit_no, ?::int as period, ?::text as source_kind, ?::uuid as source_id,
                       ?::text as source_label, ?::timestamptz as put_at, ?::uuid as account_id
            )""";

    /** Of two sources that speak of a unit's period for the first time, one begins the sheet; the other waits for it here. */
    private static final String BEGUN = """
            , sheet as (
                insert into indicators.sheet (cell_id, unit_no, period, stamp)
                select cell_id, unit_no, period, nextval('indicators.arrival_id_seq') from about
                on conflict (cell_id, unit_no, period) do nothing
                returning cell_id, unit_no, period, stamp
            )""";

    private static final String RENEWED = """
            , sheet as (
                update indicators.sheet s set stamp = nextval('indicators.arrival_id_seq')
                from about a
                where (s.cell_id, s.unit_no, s.period) = (a.cell_id, a.unit_no, a.period) and exists (select from changed)
                returning s.cell_id, s.unit_no, s.period, s.stamp
            )""";

    private static final String ARRIVED = """
            , arrived as (
                insert into indicators.arrival
                    (id, cell_id, unit_no, period, source_kind, source_id, source_label, put_at, put_by_account_id)
                overriding system value
                select s.stamp, a.* from sheet s cross join about a
                returning *
            ), told as (
                insert into indicators.uncounted (cell_id, unit_no, period) select cell_id, unit_no, period from sheet
            )""";

    /** Nobody said anything of the unit's period yet; writes nothing where somebody did. */
    private static final ValuesOfYear FIRST =
            new ValuesOfYear(ABOUT + BEGUN + ARRIVED + """
            insert into %s (cell_id, unit_no, period, arrival_id, %s)
            select cell_id, unit_no, period, id,
                ?::smallint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::text[]
            from arrived""".formatted(ValuesOfYear.SHEETS, PackedSheet.COLUMNS));

    /** Whoever changes a sheet waits here for the one who is changing it, and then sees what that one said. */
    private static final String HOLD =
            "select 1 from indicators.sheet where cell_id = ? and unit_no = ? and period = ? for update";

    /**
     * What the source said before and says no more becomes "not reported"; a value that changes keeps its former self among
     * the past values; a value that stays keeps its version. Where anything changed, the sheet gets a new stamp and waits to
     * be counted.
     */
    private static final ValuesOfYear LATER = new ValuesOfYear(
            ABOUT + """
            , said as (
                select * from unnest(?::smallint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::text[])
                    as s (indicator_id, value, numerator, denominator, qualifier, absence, place)
            ), present as (
                select v.*, a.source_id
                from %s v
                join indicators.arrival a on a.cell_id = v.cell_id and a.id = v.arrival_id
                where v.cell_id = ? and v.unit_no = ? and v.period = ?
            ), news as (
                select * from said
                union all
                select p.indicator_id, null, null, null, null, 'NOT_REPORTED', null
                from present p join about on about.source_id = p.source_id
                where p.indicator_id not in (select indicator_id from said)
            ), changed as (
                select n.*, coalesce(p.version, 0) + 1 as version
                from about cross join news n left join present p on p.indicator_id = n.indicator_id
                where p.indicator_id is null
                   or (p.value, p.numerator, p.denominator, p.qualifier, p.absence, p.source_id)
                      is distinct from (n.value, n.numerator, n.denominator, n.qualifier, n.absence, about.source_id)
            ), kept as (
                insert into indicators.past_value
                select p.cell_id, p.unit_no, p.period, p.indicator_id, p.version, p.arrival_id, p.value, p.numerator,
                       p.denominator, p.qualifier, p.absence, p.place, about.put_at
                from about cross join present p join changed c on c.indicator_id = p.indicator_id
            )""".formatted(ValuesOfYear.VALUES) + RENEWED + ARRIVED + """
            , merged as (
                select p.indicator_id, p.version, p.arrival_id, p.value, p.numerator, p.denominator, p.qualifier, p.absence, p.place
                from present p where p.indicator_id not in (select indicator_id from changed)
                union all
                select c.indicator_id, c.version, a.id, c.value, c.numerator, c.denominator, c.qualifier, c.absence, c.place
                from changed c cross join arrived a
            ), packed as (
            """ + PackedSheet.WRITE + """
            )
            select count(*) from changed""");

    private final FixedStatements statements;

    FactWriter(FixedStatements statements) {
        this.statements = statements;
    }

    /** Returns how many values changed. */
    int takeIn(Arrival arrival, List<Said> said) {
        var values = values(arrival, said);
        if (!said.isEmpty() && statements.execute(FIRST.of(arrival.period()), values.toArray()) > 0) {
            return said.size();
        }
        Object[] sheet = {arrival.owner().cell(), arrival.owner().number(), arrival.period()};
        if (statements.query(HOLD, (row, number) -> number, sheet).isEmpty()) {
            return 0;
        }
        Collections.addAll(values, sheet);
        return statements
                .query(LATER.of(arrival.period()), (row, number) -> row.getInt(1), values.toArray())
                .getFirst();
    }

    private static List<@Nullable Object> values(Arrival arrival, List<Said> said) {
        var values = new ArrayList<@Nullable Object>();
        values.add(arrival.owner().cell());
        values.add(arrival.owner().number());
        values.add(arrival.period());
        values.add(arrival.source().kind());
        values.add(arrival.source().id());
        values.add(arrival.source().label());
        values.add(arrival.at());
        values.add(arrival.by().value());
        values.addAll(PackedSheet.of(said));
        return values;
    }

    static @Nullable BigDecimal value(Figure figure) {
        return figure instanceof Figure.Present present ? present.value() : null;
    }

    static @Nullable BigDecimal numerator(Figure figure) {
        return figure instanceof Figure.Present present ? present.numerator() : null;
    }

    static @Nullable BigDecimal denominator(Figure figure) {
        return figure instanceof Figure.Present present ? present.denominator() : null;
    }

    static @Nullable String qualifier(Figure figure) {
        return figure instanceof Figure.Present present && present.qualifier() != Qualifier.EXACT
                ? present.qualifier().name()
                : null;
    }

    static @Nullable String absence(Figure figure) {
        return figure instanceof Figure.Missing missing ? missing.absence().name() : null;
    }
}
