package org.giaoban.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The other design, really carried out: a row for each unit above, month and indicator, made by one statement and kept by
 * differences that are folded into it. It knows sums and how many spoke; not who spoke in part, for which months, or last.
 */
final class NationDesigns {

    /** As many changed returns as come in a tenth of a second at three hundred a second. */
    private static final int TOGETHER = 30;

    private static final int ROUNDS = 200;

    private static final String TABLES = """
            drop schema if exists bench cascade;
            create schema bench;
            create table bench.above as
            select o.unit_no, dense_rank() over (order by v.parent_unit_id) as commune,
                dense_rank() over (order by w.parent_unit_id) as province
            from indicators.owner o
            join organization.unit_version v on v.unit_id = o.unit_id and upper(v.valid) is null
            join organization.unit_version w on w.unit_id = v.parent_unit_id and upper(w.valid) is null
            where exists (select from organization.unit u where u.id = o.unit_id and u.code ~ '^VN-[0-9]+-[0-9]+-[0-9]+$');
            alter table bench.above add primary key (unit_no);
            create table bench.total (level smallint, unit int, period int, indicator_id smallint, units int, value numeric,
                primary key (level, unit, period, indicator_id)) with (fillfactor = 50);
            create table bench.delta (id bigint generated always as identity, unit_no int, period int,
                indicator_id smallint[], value numeric[]);
            analyze bench.above""";

    private static final String REBUILD = """
            with commune as (
                select a.commune, min(a.province) as province, v.period, v.indicator_id, count(v.value) as units, sum(v.value) as value
                from plain.value v join bench.above a using (unit_no)
                where v.period between 202501 and 202512
                group by a.commune, v.period, v.indicator_id
            )
            insert into bench.total
            select 2, commune, period, indicator_id, units, value from commune
            union all
            select 1, province, period, indicator_id, sum(units), sum(value) from commune group by province, period, indicator_id
            union all
            select 0, 0, period, indicator_id, sum(units), sum(value) from commune group by period, indicator_id""";

    private static final String TELL = """
            insert into bench.delta (unit_no, period, indicator_id, value)
            select a.unit_no, 202511, i.ids, array_fill(1::numeric, array[cardinality(i.ids)])
            from (select unit_no from bench.above order by random() limit %d) a,
                (select array_agg(distinct indicator_id) as ids from bench.total where level = 0 and period = 202511) i""";

    private static final String FOLD = """
            with taken as (
                delete from bench.delta returning unit_no, period, indicator_id, value
            ), each as (
                select a.commune, a.province, t.period, d.indicator_id, d.value
                from taken t join bench.above a using (unit_no), unnest(t.indicator_id, t.value) as d (indicator_id, value)
            ), above as (
                select 2 as level, commune as unit, period, indicator_id, sum(value) as value from each group by 2, 3, 4
                union all
                select 1, province, period, indicator_id, sum(value) from each group by 2, 3, 4
                union all
                select 0, 0, period, indicator_id, sum(value) from each group by 3, 4
            )
            insert into bench.total as t select level, unit, period, indicator_id, 0, value from above
            order by level desc, unit, period, indicator_id
            on conflict (level, unit, period, indicator_id) do update set value = t.value + excluded.value""";

    private NationDesigns() {}

    /** What the other design takes for the same work. */
    record Measured(double rebuild, double perReturn) {}

    static Measured measure(Path data) throws Exception {
        try (var connection = Database.open(data)) {
            execute(connection, TABLES);
            var rebuild = execute(connection, REBUILD);
            execute(connection, "analyze bench.total");
            var folded = 0.0;
            for (var round = 0; round < ROUNDS; round++) {
                execute(connection, TELL.formatted(TOGETHER));
                folded += execute(connection, FOLD);
            }
            var perReturn = folded * 1e3 / ROUNDS / TOGETHER;
            System.out.printf(
                    "%ndesign with a row per unit, month and indicator, differences folded by statement (sums only):%n"
                            + "  from nothing %.1f s of the database, a changed return of 40 values %.2f ms of the database%n",
                    rebuild, perReturn);
            execute(connection, "drop schema bench cascade");
            return new Measured(rebuild, perReturn);
        }
    }

    /** Returns the seconds it took. */
    private static double execute(Connection connection, String sql) throws SQLException {
        var began = System.nanoTime();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
