package org.giaoban.indicators;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.giaoban.indicators.CountingRound.Outcome;
import org.giaoban.platform.Actor;
import org.giaoban.platform.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs rounds of counting soon after values came in here, and now and then for those of a server that is no more. */
@Component
class CountingWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CountingWorker.class);
    private static final Duration GATHER = Duration.ofMillis(250);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final double LATE_SECONDS = 5;
    private static final int QUIET_ROUNDS = 60;

    private final CountingRound round;
    private final Uncounted uncounted;
    private final Worker worker;
    private final boolean wanted;
    private final Semaphore news = new Semaphore(0);
    private Outcome last = Outcome.NOTHING;
    private int rounds;

    CountingWorker(
            CountingRound round,
            Uncounted uncounted,
            Actor actor,
            @Value("${giaoban.counting:true}") boolean counting,
            @Value("${giaoban.tool:false}") boolean tool) {
        this.round = round;
        this.uncounted = uncounted;
        worker = new Worker("counting", actor, this::turn);
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
            worker.start();
        }
    }

    private void turn() throws InterruptedException {
        // Where something came, more comes, also through other servers, which announce nothing here.
        if (last == Outcome.SOME || news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            Thread.sleep(GATHER);
            news.drainPermits();
        }
        last = round.run();
        while (last == Outcome.FULL && isRunning()) {
            last = round.run();
        }
        if (last == Outcome.BUSY) {
            news.release();
        }
        watch(last);
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
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.running();
    }
}
