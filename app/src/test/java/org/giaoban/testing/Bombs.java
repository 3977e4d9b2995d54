package org.giaoban.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sets a bomb off in a room of its own and tells how it ended. */
public final class Bombs {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int SECONDS = 5;
    private static final int TURN_MILLIS = 100;
    private static final int TURNS = 600;
    private static final long MOST_BYTES = 3L << 30;

    private final Evidence evidence;
    private final Class<? extends Throwable> answer;
    private final long mostBytes;
    private int defused;

    /** @param answer the exception by which the reader says no in plain words */
    public Bombs(Evidence evidence, Class<? extends Throwable> answer) {
        this(evidence, answer, MOST_BYTES);
    }

    Bombs(Evidence evidence, Class<? extends Throwable> answer, long mostBytes) {
        this.evidence = evidence;
        this.answer = answer;
        this.mostBytes = mostBytes;
    }

    /** Read or refused within five seconds, with no more memory taken than a machine of an office has. */
    public void defuse(String name, Callable<?> reading) {
        var flaw = flaw(name, reading);
        assertThat(flaw).as(name).isNull();
        defused++;
    }

    public int defused() {
        return defused;
    }

    /** Null when it did no harm. */
    public @Nullable String flaw(String name, Callable<?> reading) {
        var ended = new FutureTask<>(() -> ended(reading));
        var room = Thread.ofPlatform().daemon().start(ended);
        try {
            var flaw = awaited(ended, room);
            evidence.note("%s: %s".formatted(name, flaw));
            return flaw.startsWith("!") ? flaw : null;
        } catch (TimeoutException e) {
            var stack = room.getStackTrace();
            room.interrupt();
            evidence.note(name + ": still at "
                    + java.util.Arrays.stream(stack)
                            .filter(frame -> frame.getClassName().startsWith("org.giaoban"))
                            .limit(6)
                            .toList());
            return "! no end after " + SECONDS + " s";
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the processor's time, for the machine may have other work; asleep it may be a minute. */
    private static String awaited(FutureTask<String> ended, Thread room)
            throws TimeoutException, ExecutionException, InterruptedException {
        for (var turn = 0; turn < TURNS; turn++) {
            try {
                return ended.get(TURN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (THREADS.getThreadCpuTime(room.threadId()) > TimeUnit.SECONDS.toNanos(SECONDS)) {
                    throw e;
                }
            }
        }
        throw new TimeoutException();
    }

    private String ended(Callable<?> reading) {
        String said;
        try {
            reading.call();
            said = "read";
        } catch (Throwable e) {
            said = answer.isInstance(e) ? "refused " + e.getMessage() : "! " + e;
        }
        var bytes = THREADS.getCurrentThreadAllocatedBytes();
        var millis = THREADS.getCurrentThreadCpuTime() / 1_000_000;
        return bytes > mostBytes
                ? "! took " + (bytes >> 20) + " MB"
                : "%s, %d MB, %d ms".formatted(said, bytes >> 20, millis);
    }
}
