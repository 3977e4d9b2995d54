package org.giaoban.indicators;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.giaoban.indicators.CountingRound.Outcome;
import org.giaoban.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs rounds of counting soon after values came in here, and now and then for those of a server that is no more. */
@Component
class CountingWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CountingWorker.class);
    private static final Duration GATHER = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final double LATE_SECONDS = 5;
    private static final int QUIET_ROUNDS = 60;

    private final CountingRound round;
    private final Uncounted uncounted;
    private final Actor actor;
    private final boolean wanted;
    private final Semaphore news = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private int rounds;

    CountingWorker(
            CountingRound round,
            Uncounted uncounted,
            Actor actor,
            @Value("${giaoban.counting:true}") boolean counting,
            @Value("${giaoban.tool:false}") boolean tool) {
        this.round = round;
        this.uncounted = uncounted;
        this.actor = actor;
        wanted = counting && !tool;
    }

    /** Whether totals are kept up to date at all. */
    boolean wanted() {
        return wanted;
    }

    /** To be called in a transaction that queues a line: once it has committed, a round runs. */
    void announce() {
        if (wanted && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    news.release();
                }
            });
        }
    }

    @Override
    public void start() {
        if (wanted) {
            thread = Thread.ofPlatform().daemon().name("counting").start(() -> actor.asSystem(this::work));
        }
    }

    private void work() {
        while (isRunning()) {
            try {
                if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(GATHER);
                    news.drainPermits();
                }
                count();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void count() {
        try {
            var outcome = round.run();
            while (outcome == Outcome.FULL && isRunning()) {
                outcome = round.run();
            }
            if (outcome == Outcome.BUSY) {
                news.release();
            }
            watch(outcome);
        } catch (DataAccessException | TransactionException | org.jooq.exception.DataAccessException failure) {
            LOG.warn("A round of counting failed and will be tried again: {}", failure.getMessage());
        }
    }

    /** Says so when figures lag behind; a round that had nothing to do proves that they do not. */
    private void watch(Outcome outcome) {
        rounds = outcome == Outcome.NOTHING ? 0 : rounds + 1;
        if (rounds % QUIET_ROUNDS == QUIET_ROUNDS - 1) {
            var oldest = uncounted.oldestSeconds();
            if (oldest > LATE_SECONDS) {
                LOG.warn("Totals are {} seconds behind what was reported", Math.round(oldest));
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
