package org.giaoban.platform;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Where bytes of strangers are read: apart from the request, few at a time, for a limited while; whatever the reader stumbles over, a
 * missing class or a stack without end included, is one answer. A reader that does not even stop when told to keeps its place, so
 * that no more than a few can ever run.
 */
public final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private static final Quarantine OURS = new Quarantine(2, Duration.ofSeconds(20), Duration.ofSeconds(15));

    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

    private final Semaphore places;
    private final Duration patience;
    private final Duration longest;

    Quarantine(int places, Duration patience, Duration longest) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.longest = longest;
    }

    /** Nothing was read. */
    public static final class Unread extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Why not. */
        public enum Why {
            /** Too many others are read, or do not end. */
            BUSY,
            TOO_LONG,
            BROKEN
        }

        private final transient Why why;

        Unread(Why why) {
            super(why.name());
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }

    /**
     * What the reading gives; {@link Unread} when it fails.
     *
     * @param answer the exception by which the reader itself says no; it comes out as it is
     */
    public static <T> T read(Class<? extends RuntimeException> answer, Callable<T> reading) {
        return OURS.take(answer, reading);
    }

    <T> T take(Class<? extends RuntimeException> answer, Callable<T> reading) {
        if (INSIDE.get()) {
            return outcome(answer, completed(reading));
        }
        enter();
        var task = new FutureTask<>(reading);
        var locale = LocaleContextHolder.getLocaleContext();
        var reader = Thread.ofPlatform().daemon().name("quarantine").unstarted(() -> {
            INSIDE.set(true);
            LocaleContextHolder.setLocaleContext(locale);
            try {
                task.run();
            } finally {
                places.release();
            }
        });
        reader.start();
        return outcome(answer, task);
    }

    private static <T> FutureTask<T> completed(Callable<T> reading) {
        var task = new FutureTask<>(reading);
        task.run();
        return task;
    }

    private void enter() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unread(Unread.Why.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unread(Unread.Why.BUSY);
        }
    }

    private <T> T outcome(Class<? extends RuntimeException> answer, FutureTask<T> task) {
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            LOG.warn("A file was given up after {} s", longest.toSeconds());
            throw new Unread(Unread.Why.TOO_LONG);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unread(Unread.Why.BUSY);
        } catch (ExecutionException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            if (answer.isInstance(cause)) {
                throw answer.cast(cause);
            }
            // Its message may hold what the file held; where it happened is enough.
            LOG.info("A file could not be read: {} at {}", cause.getClass().getName(), place(cause));
            throw new Unread(Unread.Why.BROKEN);
        }
    }

    private static Object place(Throwable cause) {
        var trace = cause.getStackTrace();
        return trace.length == 0 ? "?" : trace[0];
    }
}
