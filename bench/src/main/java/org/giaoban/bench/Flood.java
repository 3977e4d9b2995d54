package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Many who ask at once: as many as get through, or so many a second whether they get through or not. */
final class Flood {

    /** Later than this an answer helps nobody. */
    private static final double IN_TIME = 500;

    /** The generator's own bound: who finds no place here is counted as not answered. */
    private static final int OPEN = 2000;

    private final HttpClient client = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;

    Flood(URI address) {
        this.address = address;
    }

    /** What became of the requests. */
    record Outcome(double seconds, int asked, int inTime, int late, int turnedAway, int lost, List<Double> millis) {

        double goodput() {
            return inTime / seconds;
        }

        String told() {
            return "%.0f/s asked, %.0f/s answered within 500 ms, p50 %.1f ms, p99 %.1f ms; %d late, %d turned away, %d lost"
                    .formatted(
                            asked / seconds,
                            goodput(),
                            new Samples(millis).percentile(50),
                            new Samples(millis).percentile(99),
                            late,
                            turnedAway,
                            lost);
        }
    }

    private final class Count {
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger late = new AtomicInteger();
        private final AtomicInteger away = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();
        private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

        private void ask(String path, String agent) {
            asked.incrementAndGet();
            var began = System.nanoTime();
            try {
                var request = HttpRequest.newBuilder(address.resolve(path))
                        .header("User-Agent", agent)
                        .timeout(Duration.ofSeconds(10))
                        .build();
                var status = client.send(request, BodyHandlers.discarding()).statusCode();
                var took = (System.nanoTime() - began) / 1e6;
                if (status == 503) {
                    away.incrementAndGet();
                } else if (status != 200 || took > IN_TIME) {
                    late.incrementAndGet();
                } else {
                    millis.add(took);
                }
            } catch (IOException e) {
                lost.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Outcome outcome(double seconds) {
            return new Outcome(
                    seconds, asked.get(), millis.size(), late.get(), away.get(), lost.get(), List.copyOf(millis));
        }
    }

    /** So many who ask again as soon as they are answered. */
    Outcome closed(int readers, int seconds, IntFunction<String> paths) throws InterruptedException {
        var count = new Count();
        var turn = new AtomicInteger();
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var threads = new ArrayList<Thread>();
        for (var reader = 0; reader < readers; reader++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < until) {
                    count.ask(paths.apply(turn.getAndIncrement()), "Mozilla/5.0 bench");
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        return count.outcome(seconds);
    }

    /** So many a second, whatever becomes of them. */
    Outcome open(double perSecond, int seconds, IntFunction<String> paths) throws InterruptedException {
        var count = new Count();
        var places = new Semaphore(OPEN);
        var began = System.nanoTime();
        var all = (int) (perSecond * seconds);
        for (var turn = 0; turn < all; turn++) {
            var due = began + (long) (turn * 1e9 / perSecond);
            var wait = due - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            if (!places.tryAcquire()) {
                count.asked.incrementAndGet();
                count.lost.incrementAndGet();
                continue;
            }
            var path = paths.apply(turn);
            Thread.ofVirtual().start(() -> {
                try {
                    count.ask(path, "Mozilla/5.0 bench");
                } finally {
                    places.release();
                }
            });
        }
        var took = (System.nanoTime() - began) / 1e9;
        places.acquire(OPEN);
        return count.outcome(took);
    }

    /** Every reader another browser, all at once; gives how many were answered. */
    int readers(int readers, int atOnce, String path) throws InterruptedException {
        var count = new Count();
        var places = new Semaphore(atOnce);
        for (var reader = 0; reader < readers; reader++) {
            places.acquire();
            var agent = "Mozilla/5.0 (X11; rv:128.0) reader/" + reader;
            Thread.ofVirtual().start(() -> {
                try {
                    count.ask(path, agent);
                } finally {
                    places.release();
                }
            });
        }
        places.acquire(atOnce);
        return count.millis.size() + count.late.get();
    }
}
