package org.giaoban.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.giaoban.platform.Actor;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the journal be followed as long as the program runs, and takes the day's base beside it. */
@Component
class BackupWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackupWorker.class);
    private static final Pauses PAUSES = new Pauses(Duration.ofMinutes(1), Duration.ofMinutes(10));

    private final Backups backups;
    private final InstantSource time;
    private final boolean tool;
    private final Worker taker;
    private final Pauses pauses;
    private volatile @Nullable Follower follower;
    private volatile @Nullable String problem;

    /** How long until the next look, and how much longer after one that failed. */
    record Pauses(Duration look, Duration afterFailure) {}

    @Autowired
    BackupWorker(Backups backups, MachineTime time, Actor actor, @Value("${giaoban.tool:false}") boolean tool) {
        this(backups, time, actor, tool, PAUSES);
    }

    BackupWorker(Backups backups, MachineTime time, Actor actor, boolean tool, Pauses pauses) {
        this.backups = backups;
        this.pauses = pauses;
        this.time = time;
        this.tool = tool;
        taker = new Worker("backup-base", actor, this::takeWhenDue);
    }

    @Override
    public void start() {
        if (tool) {
            return;
        }
        if (backups.configured()) {
            backups.receiver();
            var fresh = new Follower(backups, time);
            follower = fresh;
            fresh.start();
            taker.start();
        } else {
            backups.warnOfHalfSettings();
            forget();
        }
    }

    private void forget() {
        try {
            backups.forget();
        } catch (IOException absent) {
            LOG.debug("No journal was kept for a backup: {}", absent.getMessage());
        }
    }

    private void takeWhenDue() throws InterruptedException {
        var following = follower;
        try {
            var gap = following != null && following.gap();
            if (gap || backups.due(time.instant())) {
                var taken = backups.take();
                if (gap && following != null) {
                    following.gapClosed();
                }
                problem = null;
                LOG.info("Backup taken: {}", taken.base().name());
            }
        } catch (IOException | UncheckedIOException broken) {
            problem = String.valueOf(broken.getMessage());
            LOG.warn("No base could be taken for the backup: {}", broken.toString());
            Thread.sleep(pauses.afterFailure());
        }
        Thread.sleep(pauses.look());
    }

    /** Up to when everything that was committed is in the backup. */
    @Nullable
    Instant followedUpTo() {
        var following = follower;
        return following == null ? null : following.upTo();
    }

    @Nullable
    String problem() {
        var following = follower;
        return problem != null || following == null ? problem : following.problem();
    }

    @Override
    public void stop() {
        taker.stop();
        var following = follower;
        follower = null;
        if (following != null) {
            following.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }

    /** Starts before the doors open and stops when nobody writes any more, but before the database does. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
