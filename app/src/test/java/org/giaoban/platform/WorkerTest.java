package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A worker works from its start to its stop, whatever happens in a turn. */
class WorkerTest {

    private static final int MANY = 3000;
    private final AtomicInteger turns = new AtomicInteger();

    @Test
    void everyWorkerThatIsStartedWorks() {
        var all = new ArrayList<Worker>();
        for (var one = 0; one < MANY; one++) {
            var first = new AtomicInteger();
            var worker = new Worker("worker", Runnable::run, () -> {
                if (first.getAndIncrement() == 0) {
                    turns.incrementAndGet();
                }
                Thread.sleep(60_000);
            });
            worker.start();
            all.add(worker);
        }

        await().atMost(Duration.ofSeconds(20)).untilAtomic(turns, org.hamcrest.Matchers.is(MANY));
        all.forEach(Worker::stop);
        assertThat(all).noneMatch(Worker::running);
    }

    @Test
    void aTurnThatFailsIsFollowedByAnother() {
        var worker = new Worker("worker", Runnable::run, () -> {
            if (turns.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            Thread.sleep(60_000);
        });
        worker.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> turns.get() == 3);
        worker.stop();
    }

    @Test
    void aStoppedWorkerTakesNoMoreTurnsAndMayBeStartedAgain() {
        var worker = new Worker("worker", Runnable::run, () -> {
            turns.incrementAndGet();
            Thread.sleep(5);
        });
        worker.start();
        await().until(() -> turns.get() > 2);
        worker.stop();
        var then = turns.get();

        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        assertThat(turns).hasValue(then);
        worker.start();
        await().until(() -> turns.get() > then);
        worker.stop();
    }
}
