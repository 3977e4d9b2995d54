package org.giaoban.consolidation;

import java.time.Duration;
import org.giaoban.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every few seconds whether the tree has changed, and if so which reports that concerns. */
@Component
class TreeWatchWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TreeWatchWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final TreeWatch watch;
    private final Actor actor;
    private final boolean wanted;
    private volatile @Nullable Thread thread;

    TreeWatchWorker(TreeWatch watch, Actor actor, @Value("${giaoban.tool:false}") boolean tool) {
        this.watch = watch;
        this.actor = actor;
        wanted = !tool;
    }

    @Override
    public void start() {
        if (wanted) {
            thread = Thread.ofPlatform().daemon().name("tree-watch").start(() -> actor.asSystem(this::work));
        }
    }

    private void work() {
        while (isRunning()) {
            try {
                Thread.sleep(LOOK);
                watch.look();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException | TransactionException | org.jooq.exception.DataAccessException failure) {
                LOG.warn("Reports were not looked through for another tree; tried again: {}", failure.getMessage());
            }
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
