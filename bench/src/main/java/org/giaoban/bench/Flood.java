package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Many readers who ask at once. */
final class Flood {

    private final HttpClient client = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;

    Flood(URI address) {
        this.address = address;
    }

    private boolean answered(String path, String agent) {
        try {
            var request = HttpRequest.newBuilder(address.resolve(path))
                    .header("User-Agent", agent)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** So many who ask again as soon as they are answered. */
    void closed(int readers, int seconds, IntFunction<String> paths) throws InterruptedException {
        var turn = new AtomicInteger();
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var threads = new ArrayList<Thread>();
        for (var reader = 0; reader < readers; reader++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < until) {
                    answered(paths.apply(turn.getAndIncrement()), "Mozilla/5.0 bench");
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    /** Every reader another browser, so many at once; gives how many were answered. */
    int readers(int readers, int atOnce, String path) throws InterruptedException {
        var answered = new AtomicInteger();
        var places = new Semaphore(atOnce);
        for (var reader = 0; reader < readers; reader++) {
            places.acquire();
            var agent = "Mozilla/5.0 (X11; rv:128.0) reader/" + reader;
            Thread.ofVirtual().start(() -> {
                try {
                    if (answered(path, agent)) {
                        answered.incrementAndGet();
                    }
                } finally {
                    places.release();
                }
            });
        }
        places.acquire(atOnce);
        return answered.get();
    }
}
