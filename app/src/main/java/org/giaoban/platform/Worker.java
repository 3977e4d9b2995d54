package org.giaoban.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A thread of the program's own that takes one turn after another until it is stopped; a turn that fails is told of and tried again. */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration TO_STOP = Duration.ofSeconds(5);

    private final String name;
    private final Actor actor;
    private final Turn turn;
    private volatile @Nullable Thread thread;

    /**
     * @param name the thread's name
     * @param actor as whom it works
     * @param turn what it does again and again; it waits inside, so that the thread rests
     */
    public Worker(String name, Actor actor, Turn turn) {
        this.name = name;
        this.actor = actor;
        this.turn = turn;
    }

    /** One turn: waits until there is something to do, and does it. */
    @FunctionalInterface
    public interface Turn {

        void take() throws InterruptedException;
    }

    /** The thread is known before it runs: it ends by itself as soon as it is not the one that is known. */
    public void start() {
        var fresh = Thread.ofPlatform().daemon().name(name).unstarted(() -> actor.asSystem(this::work));
        thread = fresh;
        fresh.start();
    }

    public boolean running() {
        return thread != null;
    }

    private void work() {
        try {
            while (thread == Thread.currentThread()) {
                attempt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            turn.take();
        } catch (DataAccessException | TransactionException | org.jooq.exception.DataAccessException away) {
            LOG.warn("A turn of {} failed and will be tried again: {}", name, away.getMessage());
            Thread.sleep(AFTER_FAILURE);
        } catch (RuntimeException failure) {
            LOG.error("A turn of {} failed and will be tried again", name, failure);
            Thread.sleep(AFTER_FAILURE);
        }
    }

    /** Waits some seconds for the turn that runs. */
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(TO_STOP);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
