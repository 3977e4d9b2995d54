package org.giaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Kills the program, its database, or both, again and again while sixteen programs send returns; afterwards nothing that
 * was acknowledged may be missing, and nothing may be there or be counted twice. The ledger is kept by the senders.
 */
public final class Crashes {

    private static final double SHORTEST_SECONDS = 1.5;
    private static final double LONGEST_SECONDS = 5;
    private static final int LONGEST_RECOVERY_SECONDS = 120;
    private static final Pattern RETURN = Pattern.compile("/api/v1/returns/([^/]+)/[^/]+/(.+)");

    private final Path jar;
    private final Path data;
    private final Random random;
    private final int port;
    private final SmallTree tree;
    private ServerUnderTest server;

    /** What is killed. */
    private enum Victim {
        PROGRAM,
        DATABASE,
        BOTH
    }

    /** What was found when all was over. */
    public record Outcome(int kills, int acknowledged, int missing, int twice, int wrong, String figures) {

        /** Nothing lost, nothing counted twice. */
        public boolean good() {
            return acknowledged > 0 && missing == 0 && twice == 0 && wrong == 0 && figures.isEmpty();
        }
    }

    private Crashes(Path jar, Path data, long seed) throws IOException, InterruptedException, SQLException {
        this.jar = jar;
        this.data = data;
        this.random = new Random(seed);
        port = ServerUnderTest.freePort();
        tree = SmallTree.plant(jar, data);
        server = ServerUnderTest.start(jar, data, false, port);
    }

    /** The jar, how many kills, and a seed to repeat a run by. */
    public static void main(String[] args) throws Exception {
        var seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        var outcome = run(Path.of(args[0]), Integer.parseInt(args[1]), seed);
        System.out.println(outcome + (outcome.good() ? ": reached" : ": NOT REACHED"));
        System.exit(outcome.good() ? 0 : 1);
    }

    public static Outcome run(Path jar, int kills, long seed) throws Exception {
        System.out.printf("%nkill -9, %d times, seed %d%n", kills, seed);
        var data = Files.createTempDirectory("giaoban-crashes-");
        try {
            return new Crashes(jar, data, seed).run(kills);
        } finally {
            new ProcessBuilder("rm", "-rf", data.toString()).start().waitFor();
        }
    }

    private Outcome run(int kills) throws Exception {
        try {
            Sheet40.publish(data);
            tree.openAccounts(data);
            var writers = new Writers(server.address(), Sheet40.LARGE, tree.units());
            var sending = Thread.ofPlatform().start(() -> send(writers));
            for (var kill = 1; kill <= kills; kill++) {
                TimeUnit.MILLISECONDS.sleep((long) (1e3 * random.nextDouble(SHORTEST_SECONDS, LONGEST_SECONDS)));
                kill(kill, Victim.values()[random.nextInt(Victim.values().length)], writers);
            }
            writers.stop();
            sending.join();
            return judge(kills, writers);
        } finally {
            server.close();
        }
    }

    private void send(Writers writers) {
        try {
            writers.run(tree.senders(), 0, TimeUnit.HOURS.toSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(int number, Victim victim, Writers writers) throws Exception {
        var before = writers.acknowledged().size();
        if (victim != Victim.PROGRAM) {
            ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
        }
        var began = System.nanoTime();
        if (victim != Victim.DATABASE) {
            server.kill();
            server = ServerUnderTest.start(jar, data, false, port);
        }
        while (writers.acknowledged().size() <= before + SmallTree.WRITERS) {
            if ((System.nanoTime() - began) / 1e9 > LONGEST_RECOVERY_SECONDS) {
                throw new IllegalStateException("No return was taken for two minutes after kill " + number);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        System.out.printf(
                "kill %2d: %-8s taking returns again after %.1f s, %,d acknowledged so far%n",
                number, victim, (System.nanoTime() - began) / 1e9, before);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst().strip());
    }

    private Outcome judge(int kills, Writers writers) throws Exception {
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

    /** Versions, log lines or arrivals more or fewer than one for each return. */
    private static final String TWICE = """
            select count(*) from (
                select r.id, r.version,
                    (select count(*) from reporting.return_version v where v.return_id = r.id) as versions,
                    (select count(*) from audit.entry e where e.object_id = r.id and e.act = 'return.submitted') as lines,
                    (select count(*) from indicators.arrival a where a.source_id = r.id) as arrivals
                from reporting.unit_return r) one
            where (version, versions, lines, arrivals) <> (1, 1, 1, 1)""";

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
                join organization.unit u on u.id = r.unit_id where r.state = 'SUBMITTED'""")
                + differences(connection, expected, """
                select u.code || ' ' || (v.period / 100) || '-' || lpad((v.period % 100)::text, 2, '0') || ' ' || i.code, v.value
                from indicators.indicator_value v join indicators.owner o on o.unit_no = v.unit_no
                join organization.unit u on u.id = o.unit_id join indicators.indicator i on i.id = v.indicator_id""");
    }

    private static int differences(Connection connection, Map<String, Integer> expected, String sql) throws SQLException {
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
        try (var wire = new Wire(server.address());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select left(u.code, 2), v.period / 100 || '-' || lpad((v.period % 100)::text, 2, '0'), sum(v.value)
                        from indicators.indicator_value v join indicators.owner o on o.unit_no = v.unit_no
                        join organization.unit u on u.id = o.unit_id join indicators.indicator i on i.id = v.indicator_id
                        where i.code = 'TC16' group by 1, 2 order by 1, 2""")) {
            while (rows.next()) {
                var path = "/api/v1/figures?unit=" + rows.getString(1) + "&period=" + rows.getString(2) + "&indicator=TC16";
                var answer = wire.get(path, tree.office(rows.getString(1)));
                if (!answer.body().contains("\"value\":" + rows.getBigDecimal(3).toPlainString() + ",")) {
                    differing.append(path).append(" should be ").append(rows.getBigDecimal(3)).append(", is ");
                    differing.append(answer.body()).append("; ");
                }
            }
        }
        return differing.toString();
    }

    private static void awaitCounting(Connection connection) throws SQLException, InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_RECOVERY_SECONDS);
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
