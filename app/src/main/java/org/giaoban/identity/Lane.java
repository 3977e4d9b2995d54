package org.giaoban.identity;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * So many at a time, the rest in the order in which they came. Many who come at once are waited for; a crowd that does not end
 * is told at once, and fewer are served side by side, so that those who are served are served in time.
 */
final class Lane {

    /** So long nobody may have come through without waiting before it is called a crowd, and so long nobody may have waited before it is over. */
    private static final Duration ONE_MOMENT = Duration.ofSeconds(3);

    private static final Duration IN_A_CROWD = Duration.ofMillis(150);

    /** More than this in line are a crowd however short a time they have stood there. */
    private static final int LONGEST_LINE = 600;

    private final Places places;
    private final Duration patienceInCrowd;
    private final int fewer;
    private final int longestWait;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean crowded = new AtomicBoolean();
    private final LongAdder turnedAway = new LongAdder();
    private volatile long lastFree = System.nanoTime();
    private volatile long lastWait = lastFree;
    private volatile long lastTurnedAway;

    /**
     * @param most served at a time
     * @param inCrowd served at a time while a crowd lasts
     */
    Lane(int most, int inCrowd) {
        this(most, inCrowd, Integer.MAX_VALUE);
    }

    /** @param longestWait whoever finds as many in line is told at once: served in turn, they would be served too late */
    Lane(int most, int inCrowd, int longestWait) {
        this(most, inCrowd, longestWait, IN_A_CROWD);
    }

    /** @param patienceInCrowd nobody waits longer while a crowd lasts */
    Lane(int most, int inCrowd, int longestWait, Duration patienceInCrowd) {
        places = new Places(most);
        this.patienceInCrowd = patienceInCrowd;
        fewer = most - Math.min(most, inCrowd);
        this.longestWait = longestWait;
    }

    /**
     * For those who always come many at once, as programs do: their patience is the same however long the line stands.
     *
     * @param most served at a time
     * @param longestWait whoever finds as many in line is told at once
     */
    static Lane steady(int most, int longestWait) {
        return new Lane(most, most, longestWait, ChronoUnit.FOREVER.getDuration());
    }

    /** Gives places back and takes them away, also those that are in use. */
    private static final class Places extends Semaphore {

        private static final long serialVersionUID = 1L;

        Places(int most) {
            super(most, true);
        }

        void withdraw(int some) {
            reducePermits(some);
        }
    }

    /** Whoever gets true leaves again. */
    boolean enter(Duration patience) {
        if (waiting.get() == 0 && places.tryAcquire()) {
            lastFree = System.nanoTime();
            disperse();
            return true;
        }
        gather();
        if (waiting.incrementAndGet() > longestWait) {
            waiting.decrementAndGet();
            return turnAway();
        }
        try {
            var shorter = crowded.get() && patienceInCrowd.compareTo(patience) < 0;
            if (places.tryAcquire((shorter ? patienceInCrowd : patience).toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
        return turnAway();
    }

    private boolean turnAway() {
        turnedAway.increment();
        lastTurnedAway = System.nanoTime();
        return false;
    }

    void leave() {
        places.release();
    }

    private void gather() {
        lastWait = System.nanoTime();
        var standing = System.nanoTime() - lastFree > ONE_MOMENT.toNanos() || waiting.get() > LONGEST_LINE;
        if (standing && crowded.compareAndSet(false, true)) {
            places.withdraw(fewer);
        }
    }

    /** Not with the first gap: a crowd in which everybody who finds one may wait long again serves all too late. */
    private void disperse() {
        var gone = crowded.get() && System.nanoTime() - lastWait > ONE_MOMENT.toNanos();
        if (gone && crowded.compareAndSet(true, false)) {
            places.release(fewer);
        }
    }

    boolean crowded() {
        return crowded.get();
    }

    int waiting() {
        return waiting.get();
    }

    /** Since the program started. */
    long turnedAway() {
        return turnedAway.sum();
    }

    boolean turnedAwayWithin(Duration time) {
        return turnedAway() > 0 && System.nanoTime() - lastTurnedAway < time.toNanos();
    }
}
