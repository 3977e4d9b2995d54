package org.giaoban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * So many a second whether they are answered or not. Times are counted from when a request was due, not from when the generator
 * got round to it.
 */
final class Rush {

    /** Later than this an answer helps nobody. */
    static final double IN_TIME = 500;

    private static final int OPEN = 3000;
    private static final int BUSY = 503;

    /** One request; gives the status that came back. */
    interface Deed {

        int run() throws IOException;
    }

    /** What became of one: when it was due, how long it took, what came back; 0 when nothing did. */
    record Fate(double due, double millis, int status) {

        boolean good() {
            return status >= 200 && status < 400 && millis <= IN_TIME;
        }
    }

    /** What became of all that were due in a stretch of time. */
    record Tally(double seconds, List<Fate> fates) {

        Tally between(double from, double to) {
            return new Tally(
                    to - from,
                    fates.stream()
                            .filter(fate -> fate.due() >= from && fate.due() < to)
                            .toList());
        }

        double goodput() {
            return fates.stream().filter(Fate::good).count() / seconds;
        }

        double p99() {
            var accepted = fates.stream()
                    .filter(fate -> fate.status() >= 200 && fate.status() < 400)
                    .map(Fate::millis)
                    .toList();
            return accepted.isEmpty() ? Double.NaN : new Samples(accepted).percentile(99);
        }

        long away() {
            return fates.stream().filter(fate -> fate.status() == BUSY).count();
        }

        long lost() {
            return fates.stream().filter(fate -> fate.status() == 0).count();
        }

        long late() {
            return fates.stream()
                    .filter(fate -> fate.status() >= 200 && fate.status() < 400 && fate.millis() > IN_TIME)
                    .count();
        }

        String told() {
            return "%6.0f/s asked  %6.1f/s in time  p99 %5.0f ms  late %d, turned away %d, other %s, lost %d"
                    .formatted(fates.size() / seconds, goodput(), p99(), late(), away(), others(), lost());
        }

        /** How many of each status that is neither good nor a word of being busy. */
        private Map<Integer, Long> others() {
            return fates.stream()
                    .filter(fate -> fate.status() >= 400 && fate.status() != BUSY)
                    .collect(Collectors.groupingBy(Fate::status, TreeMap::new, Collectors.counting()));
        }
    }

    private Rush() {}

    static Tally open(double perSecond, int seconds, Deed deed) throws InterruptedException {
        var fates = Collections.synchronizedList(new ArrayList<Fate>());
        var places = new Semaphore(OPEN);
        var began = System.nanoTime();
        var due = 0.0;
        while (due < seconds) {
            var wait = began + (long) (due * 1e9) - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            var mine = due;
            if (places.tryAcquire()) {
                Thread.ofVirtual().start(() -> {
                    fates.add(fate(began, mine, deed));
                    places.release();
                });
            } else {
                fates.add(new Fate(mine, IN_TIME, 0));
            }
            // as people come: not in step
            due += -Math.log(1 - ThreadLocalRandom.current().nextDouble()) / perSecond;
        }
        places.acquire(OPEN);
        return new Tally(seconds, List.copyOf(fates));
    }

    /** So many who ask again as soon as they are answered: what the server can do. */
    static Tally closed(int askers, int seconds, Deed deed) throws InterruptedException {
        var fates = Collections.synchronizedList(new ArrayList<Fate>());
        var began = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (var asker = 0; asker < askers; asker++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() - began < seconds * 1e9) {
                    fates.add(fate(began, (System.nanoTime() - began) / 1e9, deed));
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        return new Tally(seconds, List.copyOf(fates));
    }

    private static Fate fate(long began, double due, Deed deed) {
        try {
            var status = deed.run();
            return new Fate(due, (System.nanoTime() - began) / 1e6 - due * 1e3, status);
        } catch (IOException e) {
            return new Fate(due, (System.nanoTime() - began) / 1e6 - due * 1e3, 0);
        }
    }
}
