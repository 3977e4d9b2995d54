package org.giaoban.notification;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.giaoban.platform.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sends single mails as soon as the transaction that wrote them has committed; the round sends what stays behind. */
@Component
class Express implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Express.class);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final ExecutorService rider = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("mail-express").factory());
    private final AtomicBoolean called = new AtomicBoolean();
    private final MailOutbox mails;
    private final Postman postman;
    private final Actor actor;

    Express(MailOutbox mails, Postman postman, Actor actor) {
        this.mails = mails;
        this.postman = postman;
        this.actor = actor;
    }

    /** To be called in the transaction that writes mails; many calls before the ride make one. */
    void call() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (!rider.isShutdown() && called.compareAndSet(false, true)) {
                    rider.execute(Express.this::ride);
                }
            }
        });
    }

    private void ride() {
        called.set(false);
        try {
            actor.asSystem(() -> postman.empty(mails));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Mails wait for the next round", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        rider.shutdown();
        if (!rider.awaitTermination(LONGEST_FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
            rider.shutdownNow();
        }
    }
}
