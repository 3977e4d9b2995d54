package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every processor that runs virtual threads is kept busy, so that nothing begins before the test lets it. */
class ArrivalsTest {

    private static final int FEW = 3;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger begun = new AtomicInteger();
    private final List<Thread> busy = new ArrayList<>();
    /** What one of the busy threads is to do besides. */
    private final AtomicReference<Runnable> errand = new AtomicReference<>(() -> {});

    private volatile boolean held = true;

    @BeforeEach
    void keepEveryProcessorBusy() throws InterruptedException {
        var processors = Runtime.getRuntime().availableProcessors();
        var running = new CountDownLatch(processors);
        for (var processor = 0; processor < processors; processor++) {
            busy.add(Thread.ofVirtual().start(() -> {
                running.countDown();
                holdOn();
            }));
        }
        running.await();
    }

    @AfterEach
    void letGo() throws InterruptedException {
        held = false;
        for (var one : busy) {
            one.join();
        }
    }

    private void holdOn() {
        while (held) {
            errand.getAndSet(() -> {}).run();
        }
    }

    @Test
    void whoeverComesIntoACrowdWaitsUntilThoseBeforeHaveBegun() throws Exception {
        var arrivals = new Arrivals(FEW, LONG);
        letIn(arrivals, FEW);
        assertThat(begun).as("begun while every processor is busy").hasValue(0);

        var listener = Thread.ofPlatform().start(() -> arrivals.execute(begun::incrementAndGet));
        await().until(() -> listener.getState() == Thread.State.TIMED_WAITING);
        held = false;

        await().untilAsserted(() -> assertThat(begun).as("begun in the end").hasValue(FEW + 1));
    }

    @Test
    void nobodyIsHeldBackByProcessorsThatAreWithOthers() {
        var arrivals = new Arrivals(FEW, Duration.ofMillis(20));
        letIn(arrivals, 3 * FEW);
        assertThat(begun).as("begun while every processor is busy").hasValue(0);

        held = false;
        await().untilAsserted(() -> assertThat(begun).as("begun in the end").hasValue(3 * FEW));
    }

    @Test
    void aRequestThatGoesOnFromARequestIsNotHeldBack() throws Exception {
        var arrivals = new Arrivals(FEW, LONG);
        letIn(arrivals, FEW);
        var inner = new FutureTask<>(() -> arrivals.execute(begun::incrementAndGet), "let in");
        errand.set(inner);

        assertThat(inner.get()).isEqualTo("let in");
        assertThat(begun).as("begun while every processor is busy").hasValue(0);
        held = false;
        await().untilAsserted(() -> assertThat(begun).as("begun in the end").hasValue(FEW + 1));
    }

    private void letIn(Arrivals arrivals, int requests) {
        for (var request = 0; request < requests; request++) {
            arrivals.execute(begun::incrementAndGet);
        }
    }
}
