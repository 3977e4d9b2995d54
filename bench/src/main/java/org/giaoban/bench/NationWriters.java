package org.giaoban.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Writers that change a unit's month as a return does, at a steady pace, straight in the database; and how late totals are. */
final class NationWriters implements AutoCloseable {

    private static final int WRITERS = 16;
    private static final int PER_SECOND = 300;
    private static final int PERIOD = 202511;

    private static final String WRITE = """
            with owned as (
                select cell_id, unit_no from indicators.owner where unit_no = %d
            ), arrived as (
                insert into indicators.arrival (cell_id, unit_no, period, source_kind, source_id, source_label, put_at, put_by_account_id)
                select cell_id, unit_no, %d, 'bench', uuidv7(), 'bench', now(), '00000000-0000-0000-0000-000000000000' from owned
                returning cell_id, unit_no, period, id
            ), stamped as (
                update indicators.sheet s set stamp = a.id from arrived a
                where s.cell_id = a.cell_id and s.unit_no = a.unit_no and s.period = a.period
            ), told as (
                insert into indicators.uncounted (cell_id, unit_no, period) select cell_id, unit_no, period from arrived
            )
            update indicators.sheet_values v set arrival_id = a.id, arrivals = null,
                amounts = array(select value + 1 from unnest(v.amounts) value),
                versions = array(select coalesce(version, 1) + 1 from unnest(v.indicators, v.versions) u (indicator, version))
            from arrived a where v.cell_id = a.cell_id and v.unit_no = a.unit_no and v.period = a.period
            """;

    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final AtomicInteger written = new AtomicInteger();
    private final List<Double> late = new ArrayList<>();
    private final java.util.concurrent.ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1);
    private final Path data;
    private final long began = System.nanoTime();

    private NationWriters(Path data) throws Exception {
        this.data = data;
        int first;
        int last;
        try (var connection = Database.open(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select min(unit_no), max(unit_no) from indicators.sheet where period = " + PERIOD)) {
            rows.next();
            first = rows.getInt(1);
            last = rows.getInt(2);
        }
        for (var writer = 0; writer < WRITERS; writer++) {
            var random = new Random(writer);
            pool.submit(() -> write(random, first, last));
        }
        pool.submit(this::watch);
    }

    static NationWriters start(Path data) throws Exception {
        return new NationWriters(data);
    }

    /** What was before does not count: the program was not warm. */
    void measured() {
        synchronized (late) {
            late.clear();
        }
    }

    private Void write(Random random, int first, int last) throws Exception {
        try (var connection = Database.open(data);
                var statement = connection.createStatement()) {
            while (writing.get()) {
                var due = began + (long) (written.incrementAndGet() * 1e9 / PER_SECOND);
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                statement.execute(WRITE.formatted(first + random.nextInt(last - first + 1), PERIOD));
            }
        }
        return null;
    }

    /** The age of the oldest line that waits to be counted, looked at again and again. */
    private Void watch() throws Exception {
        try (var connection = Database.open(data)) {
            while (writing.get()) {
                Thread.sleep(20);
                var age = oldest(connection);
                synchronized (late) {
                    late.add(age);
                }
            }
        }
        return null;
    }

    private static double oldest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select coalesce(extract(epoch from clock_timestamp() - min(since)), 0) * 1000 from indicators.uncounted")) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    /** Stops, waits until everything is counted, and says how late totals were. */
    @Override
    public void close() throws Exception {
        writing.set(false);
        pool.shutdown();
        pool.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
        var seconds = (System.nanoTime() - began) / 1e9;
        try (var connection = Database.open(data)) {
            while (oldest(connection) > 0) {
                Thread.sleep(20);
            }
        }
        var samples = new Samples(late);
        System.out.printf(
                "%d writers: %.0f changed returns of %d values a second; not yet in the totals: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms%n",
                WRITERS,
                written.get() / seconds,
                Nation.INDICATORS,
                samples.percentile(50),
                samples.percentile(95),
                samples.percentile(99));
        Peer.FRESH.print(samples.percentile(99));
    }
}
