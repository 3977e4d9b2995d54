package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Duration PATIENT = Duration.ofSeconds(10);

    @Test
    void manyWhoComeInOneMomentAllGetTheirTurn() throws Exception {
        var lane = new Lane(4, 2);
        var served = new AtomicInteger();

        var all = start(100, () -> {
            if (lane.enter(PATIENT)) {
                rest(5);
                served.incrementAndGet();
                lane.leave();
            }
        });
        for (var one : all) {
            one.join();
        }

        assertThat(served).hasValue(100);
        assertThat(lane.turnedAway()).isZero();
    }

    @Test
    void aCrowdThatDoesNotEndIsToldSoonAndTheRestServedInTime() throws Exception {
        var lane = new Lane(8, 2);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var stop = new AtomicInteger();
        var crowd = start(40, () -> {
            while (stop.get() == 0) {
                if (lane.enter(PATIENT)) {
                    var now = inside.incrementAndGet();
                    if (lane.crowded()) {
                        most.accumulateAndGet(now, Math::max);
                    }
                    rest(20);
                    inside.decrementAndGet();
                    lane.leave();
                }
            }
        });
        await().atMost(Duration.ofSeconds(10)).until(lane::crowded);
        rest(500);
        most.set(0);

        var began = System.nanoTime();
        var entered = lane.enter(PATIENT);
        var waited = Duration.ofNanos(System.nanoTime() - began);

        assertThat(waited).as("told soon, one way or the other").isLessThan(Duration.ofSeconds(1));
        if (entered) {
            lane.leave();
        }
        rest(500);
        assertThat(most.get()).as("side by side while it lasts").isBetween(1, 3);
        assertThat(lane.turnedAway()).isPositive();

        stop.set(1);
        for (var one : crowd) {
            one.join();
        }
        assertThat(lane.enter(PATIENT)).isTrue();
        lane.leave();
        assertThat(lane.crowded()).as("a gap is not the end").isTrue();
        rest(3100);
        assertThat(lane.enter(PATIENT)).isTrue();
        assertThat(lane.crowded()).as("gone").isFalse();
        lane.leave();
    }

    @Test
    void allPlacesAreBackWhenACrowdHasGone() throws Exception {
        var lane = new Lane(3, 1);
        assertThat(lane.enter(PATIENT)).isTrue();
        assertThat(lane.enter(PATIENT)).isTrue();
        assertThat(lane.enter(PATIENT)).isTrue();
        rest(3100);
        assertThat(lane.enter(PATIENT)).as("the line has stood too long").isFalse();
        assertThat(lane.crowded()).isTrue();
        lane.leave();
        lane.leave();
        lane.leave();
        rest(3100);

        assertThat(lane.enter(PATIENT)).isTrue();
        assertThat(lane.enter(PATIENT)).isTrue();
        assertThat(lane.enter(PATIENT)).isTrue();
        assertThat(lane.enter(Duration.ofMillis(10)))
                .as("no more than there were")
                .isFalse();
    }

    private static List<Thread> start(int many, Runnable work) {
        var threads = new ArrayList<Thread>();
        for (var one = 0; one < many; one++) {
            threads.add(Thread.ofVirtual().start(work));
        }
        return threads;
    }

    private static void rest(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of more than can be served in their patience the last are told at once, or all are served too late. */
    @Test
    void aLineThatIsLongEnoughTakesNobodyMore() throws Exception {
        var lane = new Lane(1, 1, 1);
        assertThat(lane.enter(Duration.ZERO)).isTrue();
        var waits = CompletableFuture.supplyAsync(() -> lane.enter(Duration.ofSeconds(20)));
        while (lane.waiting() == 0) {
            Thread.onSpinWait();
        }

        var began = System.nanoTime();
        assertThat(lane.enter(Duration.ofSeconds(20))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));

        lane.leave();
        assertThat(waits.get(20, TimeUnit.SECONDS)).as("who stood in line").isTrue();
        lane.leave();
    }

    /** Programs always come many at once: nobody of them is told sooner because the line has stood for long. */
    @Test
    void whoeverIsInASteadyLaneWaitsAsLongAsEver() throws Exception {
        var lane = Lane.steady(1, 4);
        assertThat(lane.enter(Duration.ZERO)).isTrue();
        rest(3100);
        var waits = CompletableFuture.supplyAsync(() -> lane.enter(PATIENT));
        rest(500);

        assertThat(lane.turnedAway()).isZero();
        lane.leave();
        assertThat(waits.get(20, TimeUnit.SECONDS)).isTrue();
        lane.leave();
    }
}
