package org.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.giaoban.backup.BackupWorker.Pauses;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.Settings;
import org.giaoban.platform.Zone;
import org.giaoban.platform.database.ServerAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A base every day at half past one, by the clock on the wall; a day that was missed is made up for at once. */
class BackupScheduleTest {

    private static final LocalTime AT = LocalTime.of(1, 30);
    private static final Instant NOON = Instant.parse("2018-11-30T05:00:00Z");

    private static final MachineTime TIME = new MachineTime() {
        @Override
        public Instant instant() {
            return NOON;
        }
    };

    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final Pauses SHORT = new Pauses(Duration.ofMillis(20), Duration.ofMinutes(10));
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String KEY = SealingKey.text(SealingKey.make().getPublic());

    @TempDir
    private Path folder;

    private final AtomicInteger taken = new AtomicInteger();
    private BackupWorker worker;

    /** Everything but the copying, for which a server is needed. */
    private final class Copies extends Backups {

        private final boolean broken;

        Copies(boolean broken) {
            super(
                    new BackupSettings(folder, KEY, AT, 14, 12),
                    new Settings(folder.resolve("data"), false, "", null, null),
                    new ServerAccess("127.0.0.1", 1, "giaoban", new ServerAccess.Login("nobody", ""), false),
                    TIME);
            this.broken = broken;
        }

        @Override
        Taken take() throws IOException {
            taken.incrementAndGet();
            if (broken) {
                throw new IOException("the disk is full");
            }
            plant(this, TIME.instant());
            return new Taken(line().newestBase().orElseThrow(), 0);
        }
    }

    @AfterEach
    void stop() {
        if (worker != null) {
            worker.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2018-11-30T01:31, 2018-11-30T23:00, false",
        "2018-11-30T01:31, 2018-12-01T01:29, false",
        "2018-11-30T01:31, 2018-12-01T01:30, true",
        "2018-11-30T01:29, 2018-11-30T01:30, true",
        "2018-11-29T01:31, 2018-11-30T01:00, false",
        "2018-11-28T12:00, 2018-11-30T01:00, true",
        "2018-11-30T13:00, 2018-11-30T14:00, false"
    })
    void theDaysBaseIsDueFromItsHourOn(LocalDateTime newest, LocalDateTime now, boolean due) throws IOException {
        var backups = new Copies(false);
        plant(backups, newest.atZone(Zone.ID).toInstant());

        assertThat(backups.due(now.atZone(Zone.ID).toInstant())).isEqualTo(due);
    }

    @Test
    void withoutAnyBaseOneIsDueAtOnceAndThenNoMore() {
        var backups = start(false);

        await().atMost(LONGEST).until(() -> taken.get() == 1 && newest(backups));
        await().during(A_WHILE).atMost(LONGEST).until(() -> taken.get() == 1);
        assertThat(backups).satisfies(one -> assertThat(one.due(TIME.instant())).isFalse());
    }

    @Test
    void theBaseOfTodayIsEnough() throws IOException {
        plant(new Copies(false), TIME.instant());

        start(false);

        await().during(A_WHILE).atMost(LONGEST).until(() -> taken.get() == 0);
    }

    @Test
    void oneThatFailsIsSaidAndNotTriedAgainAtOnce() {
        start(true);

        await().atMost(LONGEST).until(() -> "the disk is full".equals(worker.problem()));
        await().during(A_WHILE).atMost(LONGEST).until(() -> taken.get() == 1);
    }

    private Copies start(boolean broken) {
        var backups = new Copies(broken);
        worker = new BackupWorker(backups, TIME, Runnable::run, false, SHORT);
        worker.start();
        return backups;
    }

    private static boolean newest(Backups backups) throws IOException {
        return backups.newest() != null;
    }

    private static void plant(Backups backups, Instant finished) throws IOException {
        var bases = backups.line().bases();
        Files.createDirectories(bases);
        Files.writeString(bases.resolve(Base.name(finished, 1, new Position(0), new Position(1))), "sealed");
    }
}
