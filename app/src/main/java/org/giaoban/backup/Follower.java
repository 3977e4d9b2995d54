package org.giaoban.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal on a thread of its own. It is never interrupted: that would close the file being written. It looks at
 * whether it is to stop between two pieces, and then puts down what it has heard.
 */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Backups backups;
    private final InstantSource time;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean gap;
    private volatile @Nullable Instant upTo;
    private volatile @Nullable String problem;

    Follower(Backups backups, InstantSource time) {
        this.backups = backups;
        this.time = time;
        thread = Thread.ofPlatform().daemon().name("backup-journal").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Returns when what was heard is in the backup, or when that takes too long. */
    void stop() {
        stopping.countDown();
        try {
            thread.join(TO_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a piece of the journal is missing, so that a base is needed. */
    boolean gap() {
        return gap;
    }

    void gapClosed() {
        gap = false;
    }

    /** Up to when everything that was committed is in the backup. */
    @Nullable
    Instant upTo() {
        return upTo;
    }

    @Nullable
    String problem() {
        return problem;
    }

    private void run() {
        try {
            do {
                follow();
            } while (!stopping.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (var stream = backups.follow()) {
            gap = gap || stream.gap();
            var files = backups.files();
            putDown(stream, files);
            while (stopping.getCount() > 0) {
                var asked = stream.listen();
                if (asked || stream.putDownDue(BackupSettings.PACE)) {
                    putDown(stream, files);
                }
                if (asked || stream.reportDue()) {
                    stream.report();
                }
            }
            stream.listenToTheEnd();
            putDown(stream, files);
            stream.report();
        } catch (IOException | UncheckedIOException broken) {
            problem = String.valueOf(broken.getMessage());
            LOG.warn("The journal cannot be followed for the backup: {}", broken.toString());
        }
    }

    /** The uploads first: no row of the journal may speak of a file that is not there. */
    private void putDown(JournalStream stream, FileCopies files) throws IOException {
        var now = time.instant();
        files.copyNew();
        stream.putDown(now);
        upTo = now;
        problem = null;
    }
}
