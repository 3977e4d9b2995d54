package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Eight writers and their ledger, outside of the programs that are killed. A command moves an amount between two accounts,
 * adds a link to a chain and notes its key, in one transaction; whoever does not hear an answer sends the same command again.
 */
final class KillWriters {

    private static final int WRITERS = 8;
    private static final int ACCOUNTS = 20;
    private static final long PAUSE_MILLIS = 20;
    private static final int ENOUGH = 20;
    private static final int LONGEST_SECONDS = 90;

    private static final List<String> TABLES = List.of(
            "create table account (id int primary key, balance bigint not null)",
            "insert into account select n, 1000 from generate_series(1, " + ACCOUNTS + ") n",
            "create table command (key text primary key)",
            "create table link (n bigint primary key, key text not null, before text not null, hash text not null)",
            "create table head (one boolean primary key check (one), n bigint not null, hash text not null)",
            "insert into head values (true, 0, '')");

    private static final String LINK = """
            with h as (select n, hash from head for update),
            l as (insert into link select h.n + 1, ?, h.hash, encode(sha256(convert_to(h.hash || ?, 'UTF8')), 'hex') from h returning n, hash)
            update head set n = l.n, hash = l.hash from l""";

    private final Supplier<PostgresAccess> where;
    private final boolean careless;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;
    private volatile boolean hopeless;

    /** @param careless acknowledges before the work is on disk: the fault that must be found */
    KillWriters(Supplier<PostgresAccess> where, boolean careless) {
        this.where = where;
        this.careless = careless;
    }

    /** What is not as it must be; all zero when nothing was lost, doubled or torn. */
    record Judgement(int acknowledged, long lost, long twice, long unknown, long broken, long imbalance) {

        boolean good() {
            return acknowledged > 0 && lost + twice + unknown + broken + Math.abs(imbalance) == 0;
        }
    }

    void start(long seed) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
            for (var sql : TABLES) {
                statement.execute(sql);
            }
        }
        for (var writer = 0; writer < WRITERS; writer++) {
            var name = "w" + writer;
            var random = new SplittableRandom(seed + writer);
            threads.add(Thread.ofPlatform().name(name).start(() -> write(name, random)));
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Whether there is a server that has not been killed. */
    @FunctionalInterface
    interface Living {

        boolean now() throws IOException;
    }

    /** The seconds until the writers are answered again, by a server that lives. */
    double awaitWork(Living server) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var before = Integer.MAX_VALUE;
        while (acknowledged() - ENOUGH < before) {
            if (System.nanoTime() - began > LONGEST_SECONDS * 1e9) {
                throw new IllegalStateException("No writer was answered for " + LONGEST_SECONDS + " seconds");
            }
            if (before == Integer.MAX_VALUE && server.now()) {
                before = acknowledged();
            }
            Thread.sleep(5);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** How many acknowledged commands are not there, while the writers go on. */
    long judgeAcknowledged() throws SQLException {
        var until = List.copyOf(acknowledged);
        try (var connection = connect()) {
            var stored = stored(connection);
            return until.stream().filter(key -> !stored.contains(key)).count();
        }
    }

    /** Nobody will answer any more. */
    void giveUp() throws InterruptedException {
        hopeless = true;
        stop();
    }

    /** Every writer finishes the command it has begun. */
    void stop() throws InterruptedException {
        stopping = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    private void write(String name, SplittableRandom random) {
        Connection line = null;
        for (var number = 0; !stopping; number++) {
            var key = name + "-" + number;
            var from = 1 + random.nextInt(ACCOUNTS);
            var to = 1 + random.nextInt(ACCOUNTS);
            while (!acknowledged.contains(key) && !hopeless) {
                try {
                    line = line == null ? connect() : line;
                    carryOut(line, key, from, to);
                    acknowledged.add(key);
                } catch (SQLException | UncheckedIOException unheard) {
                    close(line);
                    line = null;
                    pause();
                }
            }
        }
        close(line);
    }

    private void carryOut(Connection line, String key, int from, int to) throws SQLException {
        line.setAutoCommit(false);
        try (var once = line.prepareStatement("insert into command values (?) on conflict do nothing");
                var move = line.prepareStatement("update account set balance = balance + ? where id = ?");
                var link = line.prepareStatement(LINK)) {
            once.setString(1, key);
            if (once.executeUpdate() == 1) {
                // Always in the same order, so that two commands never wait for each other.
                step(move, Math.min(from, to), from < to ? -1 : 1);
                step(move, Math.max(from, to), from < to ? 1 : -1);
                link.setString(1, key);
                link.setString(2, key);
                link.executeUpdate();
            }
            line.commit();
        }
    }

    private static void step(PreparedStatement move, int account, int amount) throws SQLException {
        move.setInt(1, amount);
        move.setInt(2, account);
        move.executeUpdate();
    }

    private Connection connect() throws SQLException {
        var access = where.get();
        var url = access.url("postgres") + "?connectTimeout=2&socketTimeout=20&loginTimeout=5";
        var connection = DriverManager.getConnection(url, PostgresAccess.SUPERUSER, access.superuserPassword());
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = " + (careless ? "off" : "on"));
        }
        return connection;
    }

    private static void close(@Nullable Connection line) {
        try {
            if (line != null) {
                line.close();
            }
        } catch (SQLException gone) {
            // It is closed either way.
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds the tables against the ledger. */
    Judgement judge() throws SQLException {
        try (var connection = connect()) {
            var stored = stored(connection);
            var lost =
                    acknowledged.stream().filter(key -> !stored.contains(key)).count();
            var unknown =
                    stored.stream().filter(key -> !acknowledged.contains(key)).count();
            return new Judgement(
                    acknowledged.size(),
                    lost,
                    number(connection, "select count(*) - count(distinct key) from link"),
                    unknown,
                    number(connection, """
                            select count(*) from (select n, key, before, hash, lag(hash, 1, '') over (order by n) as last,
                                row_number() over (order by n) as place from link) l
                            where n <> place or before <> last
                                or hash <> encode(sha256(convert_to(before || key, 'UTF8')), 'hex')""")
                            + number(
                                    connection,
                                    "select abs((select count(*) from link) - (select count(*) from command))"),
                    number(connection, "select sum(balance) - " + 1000 * ACCOUNTS + " from account"));
        }
    }

    private static Set<String> stored(Connection connection) throws SQLException {
        var stored = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select key from command")) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        return stored;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
