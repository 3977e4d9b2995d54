package org.giaoban.bench;

import java.io.IOException;
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

    /** Prepared once, and into the year's own table, as the program writes. */
    private static final String WRITE = """
            with arrived as (
                insert into indicators.arrival (cell_id, unit_no, period, source_kind, source_id, source_label, put_at, put_by_account_id)
                values (?, ?, %1$d, 'bench', uuidv7(), 'bench', now(), '00000000-0000-0000-0000-000000000000')
                returning id, cell_id, unit_no, period
            ), stamped as (
                update indicators.sheet s set stamp = a.id from arrived a
                where (s.cell_id, s.unit_no, s.period) = (a.cell_id, a.unit_no, a.period)
            ), told as (
                insert into indicators.uncounted (cell_id, unit_no, period) select cell_id, unit_no, period from arrived
            )
            update indicators.sheet_values_%2$d v set arrival_id = a.id, arrivals = null,
                amounts = array(select value + 1 from unnest(amounts) value),
                versions = array(select coalesce(version, 1) + 1 from unnest(indicators, versions) u (indicator, version))
            from arrived a where (v.cell_id, v.unit_no, v.period) = (a.cell_id, a.unit_no, a.period)
            """.formatted(PERIOD, PERIOD / 100);

    /** Whose month is changed. */
    private record Sheet(int cell, int unit) {}

    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final AtomicInteger written = new AtomicInteger();
    private final List<Double> late = new ArrayList<>();
    private final java.util.concurrent.ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1);
    private final Path data;
    private final long began = System.nanoTime();

    private NationWriters(Path data) throws Exception {
        this.data = data;
        var sheets = sheets(data);
        for (var writer = 0; writer < WRITERS; writer++) {
            var random = new Random(writer);
            pool.submit(() -> write(random, sheets));
        }
        pool.submit(this::watch);
    }

    private static List<Sheet> sheets(Path data) throws IOException, SQLException {
        var sheets = new ArrayList<Sheet>();
        try (var connection = Database.open(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select cell_id, unit_no from indicators.sheet where period = " + PERIOD)) {
            while (rows.next()) {
                sheets.add(new Sheet(rows.getInt(1), rows.getInt(2)));
            }
        }
        return sheets;
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

    private Void write(Random random, List<Sheet> sheets) throws Exception {
        try (var connection = Database.open(data);
                var statement = connection.prepareStatement(WRITE)) {
            while (writing.get()) {
                var due = began + (long) (written.incrementAndGet() * 1e9 / PER_SECOND);
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                var sheet = sheets.get(random.nextInt(sheets.size()));
                statement.setInt(1, sheet.cell());
                statement.setInt(2, sheet.unit());
                statement.execute();
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
