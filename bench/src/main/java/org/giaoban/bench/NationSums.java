package org.giaoban.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sums made past the program: to compare its speed with, and its figures. */
final class NationSums {

    private static final int ROUNDS = 30;

    /** All totals of some units in some months, as a page of their indicators asks for them. */
    private static final String TOTALS = """
            with asked as (
                select o.cell_id, o.unit_no from organization.unit u join indicators.owner o on o.unit_id = u.id
                where u.code = any(array(%s))
            )
            select t.unit_no, t.month, t.stamp, t.sums from indicators.total t
            where t.cell_id = any(array(select cell_id from asked))
              and t.unit_no = any(array(select unit_no from asked))
              and t.month = any(array(select 202500 + m from generate_series(%d, 12) m))""";

    private static final String GRID =
            TOTALS.formatted("select 'VN' union all select 'VN-' || n from generate_series(1, 34) n", 1);

    private static final String SERIES = TOTALS.formatted("select 'VN'", 1);

    private static final String COMMUNES = TOTALS.formatted("select 'VN-1-' || n from generate_series(1, 40) n", 12);

    private static final String ON_THE_FLY = """
            select split_part(u.code, '-', 2), v.period, v.indicator_id, sum(v.value)
            from plain.value v
            join indicators.owner o on o.unit_no = v.unit_no
            join organization.unit u on u.id = o.unit_id
            where v.period between 202501 and 202512
            group by 1, 2, 3""";

    private NationSums() {}

    /** Seconds of one statement over all values, and of bare numbers in Java. */
    record References(double groupBy, double bare) {}

    /** The year's values as rows of a table of its own, for designs and statements that would read them so. */
    static void rows(Path data) throws Exception {
        try (var connection = Database.open(data);
                var statement = connection.createStatement()) {
            statement.execute(
                    "create schema plain; create table plain.value as select unit_no, period, indicator_id, value"
                            + " from indicators.indicator_value where period between 202501 and 202512; analyze plain.value");
        }
    }

    static void forget(Path data) throws Exception {
        try (var connection = Database.open(data);
                var statement = connection.createStatement()) {
            statement.execute("drop schema plain cascade");
        }
    }

    /** What the same sums cost without totals: a statement over all values, and bare numbers in Java. */
    static References references(Path data, int provinces) throws Exception {
        try (var connection = Database.open(data)) {
            var began = System.nanoTime();
            var groups = count(connection, ON_THE_FLY);
            var groupBy = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "reference: one GROUP BY over all values, by province, month and indicator: %.1f s, %,d groups%n",
                    groupBy, groups);
            var bare = bare(provinces);
            System.out.printf("reference: the same from bare numbers in Java: %.3f s%n", bare);
            return new References(groupBy, bare);
        }
    }

    private static double bare(int provinces) {
        var units = provinces * Nation.COMMUNES_EACH * Nation.UNITS_EACH;
        var slots = Nation.INDICATORS * Nation.MONTHS;
        var values = new int[units * slots];
        for (var at = 0; at < values.length; at++) {
            values[at] = at * 31 % 1000;
        }
        var best = Double.MAX_VALUE;
        for (var round = 0; round < 5; round++) {
            var began = System.nanoTime();
            var sums = new long[provinces * slots];
            for (var unit = 0; unit < units; unit++) {
                var province = unit / (Nation.COMMUNES_EACH * Nation.UNITS_EACH);
                for (var slot = 0; slot < slots; slot++) {
                    sums[province * slots + slot] += values[unit * slots + slot];
                }
            }
            best = Math.min(best, (System.nanoTime() - began) / 1e9 + (sums[0] < 0 ? 1 : 0));
        }
        return best;
    }

    /** How long the statements behind the pages take, and by which plan. */
    static void statements(Path data) throws Exception {
        try (var connection = Database.open(data)) {
            statement(connection, "40 indicators, provinces, 12 months", GRID);
            var series = statement(connection, "40 indicators, 12 months, the country", SERIES);
            var communes = statement(connection, "40 indicators, communes of 40, one month", COMMUNES);
            // One indicator and 20 are read with the same rows: a total keeps its unit's month together.
            Peer.SERIES.print(series);
            Peer.YEAR.print(series);
            Peer.COMMUNES.print(communes);
        }
    }

    /** Half of the rounds take no longer than this, in milliseconds. */
    private static double statement(Connection connection, String name, String sql) throws SQLException {
        List<Double> millis = new ArrayList<>();
        for (var round = 0; round < ROUNDS; round++) {
            var began = System.nanoTime();
            count(connection, sql);
            millis.add((System.nanoTime() - began) / 1e6);
        }
        var samples = new Samples(millis);
        System.out.printf(
                "%nSQL: %s: p50 %.1f ms, p99 %.1f ms%n", name, samples.percentile(50), samples.percentile(99));
        try (var statement = connection.createStatement();
                var plan = statement.executeQuery("explain (analyze, buffers, timing off, costs off) " + sql)) {
            while (plan.next()) {
                System.out.println("  " + plan.getString(1));
            }
        }
        return samples.percentile(50);
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    /** The sum of all present values of an indicator in a month. */
    static long said(Connection connection, int period) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select coalesce(sum(value), 0) from indicators.indicator_value v join indicators.indicator i"
                                + " on i.id = v.indicator_id where i.code = '" + Nation.CHECKED + "' and period = "
                                + period)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
