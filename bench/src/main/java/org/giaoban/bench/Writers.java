package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.giaoban.bench.SmallTree.Sender;

/** Many programs that send returns at once, and the ledger of what the server acknowledged to them. */
final class Writers {

    private static final int MOST_MONTHS = 120;
    private static final long PAUSE_MILLIS = 100;
    private static final int CONFLICT = 409;
    private static final int SERVERS_FAULT = 500;

    private final URI address;
    private final Sheet40 sheet;
    private final List<String> units;
    private final List<Double> millis = new ArrayList<>();
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger replayed = new AtomicInteger();
    private final AtomicInteger reached = new AtomicInteger();
    private volatile long until;

    /** A return of the ledger. */
    record Sent(int unit, int month) {}

    Writers(URI address, Sheet40 sheet, List<String> units) {
        this.address = address;
        this.sheet = sheet;
        this.units = units;
    }

    /** Every sender sends its units' returns, month by month from the given one, for so many seconds. */
    Samples run(List<Sender> senders, int firstMonth, double seconds) throws InterruptedException {
        until = System.nanoTime() + (long) (seconds * 1e9);
        var threads = senders.stream()
                .map(sender -> Thread.ofPlatform().start(() -> send(sender, firstMonth)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        return new Samples(List.copyOf(millis));
    }

    /** By address of the return, the version's number that was acknowledged. */
    Map<String, Integer> acknowledged() {
        return acknowledged;
    }

    /** How many commands were sent again and had been carried out already. */
    int replayed() {
        return replayed.get();
    }

    /** The first month of which no sender has sent anything. */
    int nextMonth() {
        return reached.get() + 1;
    }

    /** The latest month of which any sender has begun to send. */
    int newestMonth() {
        return reached.get();
    }

    /** Every sender finishes the return it is sending. */
    void stop() {
        until = System.nanoTime();
    }

    private void send(Sender sender, int firstMonth) {
        var own = new ArrayList<Double>();
        try (var lines = new Lines(address)) {
            for (var month = firstMonth; month < MOST_MONTHS; month++) {
                reached.accumulateAndGet(month, Math::max);
                for (var unit : sender.units()) {
                    if (System.nanoTime() >= until) {
                        return;
                    }
                    own.add(one(lines, sender, unit, month));
                }
            }
        } finally {
            synchronized (millis) {
                millis.addAll(own);
            }
        }
    }

    private double one(Lines lines, Sender sender, String unit, int month) {
        var path = "/api/v1/returns/" + unit + "/" + sheet.form() + "/" + Sheet40.month(month);
        var body = sheet.body(units.indexOf(unit), month, 1);
        var began = System.nanoTime();
        var answer = lines.put(path, sender.token(), path + "#1", body);
        var took = (System.nanoTime() - began) / 1e6;
        if (answer.replayed()) {
            replayed.incrementAndGet();
        }
        if (answer.status() != 200 || !answer.body().contains("\"SUBMITTED\"")) {
            throw new IllegalStateException(path + " answered " + answer);
        }
        acknowledged.put(path, 1);
        return took;
    }

    /** A connection that is made anew when the server died, and the same command sent again under its key. */
    private static final class Lines implements AutoCloseable {

        private final URI address;
        private Wire wire;

        Lines(URI address) {
            this.address = address;
        }

        Wire.Answer put(String path, String token, String key, String body) {
            while (true) {
                try {
                    if (wire == null) {
                        wire = new Wire(address);
                    }
                    var answer = wire.put(path, token, key, body);
                    if (answer.status() < SERVERS_FAULT && answer.status() != CONFLICT) {
                        return answer;
                    }
                } catch (IOException | IllegalArgumentException lost) {
                    close();
                }
                pause();
            }
        }

        private static void pause() {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            try {
                if (wire != null) {
                    wire.close();
                }
            } catch (IOException e) {
                // It is gone either way.
            }
            wire = null;
        }
    }
}
