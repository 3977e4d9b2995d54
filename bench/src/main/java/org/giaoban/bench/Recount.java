package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.giaoban.bench.Crashes.Outcome;

/** Holds what the database has and the product says against the ledger of those who sent it. */
record Recount(Path data, SmallTree tree, URI address) {

    private static final int LONGEST_SECONDS = 120;
    private static final Pattern RETURN = Pattern.compile("/api/v1/returns/([^/]+)/[^/]+/(.+)");

    /** Versions, log lines or arrivals more or fewer than one for each return. */
    private static final String TWICE = """
            select count(*) from (
                select r.id, r.version,
                    (select count(*) from reporting.return_version v where v.return_id = r.id) as versions,
                    (select count(*) from audit.entry e where e.object_id = r.id and e.act = 'return.submitted') as lines,
                    (select count(*) from indicators.arrival a where a.source_id = r.id) as arrivals
                from reporting.unit_return r) one
            where (version, versions, lines, arrivals) <> (1, 1, 1, 1)""";

    Outcome judge(int kills, Writers writers) throws Exception {
        try (var connection = Database.open(data)) {
            awaitCounting(connection);
            var stored = stored(connection);
            var missing = 0;
            for (var path : writers.acknowledged().keySet()) {
                if (!stored.containsKey(path)) {
                    missing++;
                }
            }
            System.out.printf(
                    "%,d acknowledged, %,d stored, %,d answers were repeated under their key%n",
                    writers.acknowledged().size(), stored.size(), writers.replayed());
            return new Outcome(
                    kills,
                    writers.acknowledged().size(),
                    missing,
                    number(connection, TWICE),
                    wrong(connection, stored.keySet()),
                    figures(connection));
        }
    }

    private static Map<String, Integer> stored(Connection connection) throws SQLException {
        var stored = new HashMap<String, Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select '/api/v1/returns/' || u.code || '/' || r.form || '/' || r.period, r.version
                        from reporting.unit_return r join organization.unit u on u.id = r.unit_id
                        where r.state = 'SUBMITTED'""")) {
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getInt(2));
            }
        }
        return stored;
    }

    /** Values that are not what the unit said, in the return or among those that count. */
    private int wrong(Connection connection, Iterable<String> returns) throws SQLException {
        var expected = new HashMap<String, Integer>();
        for (var path : returns) {
            var found = RETURN.matcher(path);
            if (found.matches()) {
                var unit = tree.units().indexOf(found.group(1));
                var month = Sheet40.ordinal(found.group(2));
                for (var code = 0; code < Sheet40.LARGE.size(); code++) {
                    expected.put(
                            found.group(1) + " " + found.group(2) + " " + Sheet40.CODES.get(code),
                            Sheet40.value(code, unit, month, 1));
                }
            }
        }
        return differences(connection, expected, """
                select u.code || ' ' || r.period || ' ' || v.indicator, v.value
                from reporting.return_value v join reporting.unit_return r on r.id = v.return_id
                join organization.unit u on u.id = r.unit_id where r.state = 'SUBMITTED'""") + differences(connection, expected, """
                select u.code || ' ' || (v.period / 100) || '-' || lpad((v.period % 100)::text, 2, '0') || ' ' || i.code, v.value
                from indicators.indicator_value v join indicators.owner o on o.unit_no = v.unit_no
                join organization.unit u on u.id = o.unit_id join indicators.indicator i on i.id = v.indicator_id""");
    }

    private static int differences(Connection connection, Map<String, Integer> expected, String sql)
            throws SQLException {
        var left = new HashMap<>(expected);
        var wrong = 0;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var said = left.remove(rows.getString(1));
                if (said == null || rows.getBigDecimal(2).intValueExact() != said) {
                    wrong++;
                }
            }
        }
        return wrong + left.size();
    }

    /** What the product says of each province and month, beside the sum of the rows; empty when both agree. */
    private String figures(Connection connection) throws IOException, SQLException {
        var differing = new StringBuilder();
        try (var wire = new Wire(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select left(u.code, 2), v.period / 100 || '-' || lpad((v.period % 100)::text, 2, '0'), sum(v.value)
                        from indicators.indicator_value v join indicators.owner o on o.unit_no = v.unit_no
                        join organization.unit u on u.id = o.unit_id join indicators.indicator i on i.id = v.indicator_id
                        where i.code = 'TC20' group by 1, 2 order by 1, 2""")) {
            while (rows.next()) {
                var path = "/api/v1/figures?unit=" + rows.getString(1) + "&period=" + rows.getString(2)
                        + "&indicator=TC20";
                var answer = wire.get(path, tree.office(rows.getString(1)));
                if (!answer.body().contains("\"value\":" + rows.getBigDecimal(3).toPlainString() + ",")) {
                    differing
                            .append(path)
                            .append(" should be ")
                            .append(rows.getBigDecimal(3))
                            .append(", is ");
                    differing.append(answer.body()).append("; ");
                }
            }
        }
        return differing.toString();
    }

    private static void awaitCounting(Connection connection) throws SQLException, InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (number(connection, "select count(*) from indicators.uncounted") > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
