package org.giaoban.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * Gives each request a virtual thread, a few at a time: then the server's own thread that listens waits until all have begun.
 * Java's scheduler takes threads from one line as long as somebody stands in it. A crowd of short requests stood there without end,
 * and those who came back from the database in another line had no turn.
 */
final class Arrivals extends VirtualThreadExecutor {

    private static final long GLANCE_NANOS = 50_000;

    private final int few;
    private final Duration patience;
    private final AtomicInteger together = new AtomicInteger();
    private final AtomicLong came = new AtomicLong();
    private final AtomicLong begun = new AtomicLong();

    /**
     * @param few so many come without waiting for each other
     * @param patience when nobody has begun for so long, the processors are with others already, and there is nothing to wait for
     */
    Arrivals(int few, Duration patience) {
        super("tomcat-handler-");
        this.few = few;
        this.patience = patience;
    }

    /** {@inheritDoc} A virtual thread never waits: it would keep the processor from those it waits for. */
    @Override
    public void execute(Runnable request) {
        if (!Thread.currentThread().isVirtual() && together.incrementAndGet() > few) {
            letBegin();
            together.set(1);
        }
        came.incrementAndGet();
        super.execute(() -> {
            begun.incrementAndGet();
            request.run();
        });
    }

    private void letBegin() {
        var last = begun.get();
        var since = System.nanoTime();
        while (last < came.get() && System.nanoTime() - since < patience.toNanos()) {
            LockSupport.parkNanos(GLANCE_NANOS);
            var now = begun.get();
            if (now > last) {
                last = now;
                since = System.nanoTime();
            }
        }
    }
}
