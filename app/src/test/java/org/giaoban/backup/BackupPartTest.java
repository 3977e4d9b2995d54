package org.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.PartState.Level;
import org.giaoban.platform.Settings;
import org.giaoban.platform.database.ServerAccess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screen says when there is no copy, an old one, or a place that cannot be read. */
class BackupPartTest {

    private static final MachineTime TIME = new MachineTime();
    private static final String KEY = SealingKey.text(SealingKey.make().getPublic());

    @TempDir
    private Path folder;

    @Test
    void nothingSetIsToBeLookedAt() {
        assertThat(part(null, null).state().level()).isEqualTo(Level.NOTICE);
    }

    @Test
    void noBaseYetIsToBeLookedAt() {
        assertThat(part(folder, KEY).state().level()).isEqualTo(Level.NOTICE);
    }

    @ParameterizedTest
    @CsvSource({"1, FINE", "25, FINE", "30, NOTICE", "60, FAULT"})
    void anOldBaseIsSaid(int hours, Level level) throws IOException {
        var backups = backups(folder, KEY);
        Files.createDirectories(backups.line().bases());
        var finished = TIME.instant().minus(Duration.ofHours(hours));
        var name = Base.name(finished, 1, new Position(0), new Position(1));
        Files.writeString(backups.line().bases().resolve(name), "sealed");

        var state = new BackupPart(backups, worker(backups), TIME).state();

        assertThat(state.level()).isEqualTo(level);
        assertThat(state.lines()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource({"5, FINE", "180, NOTICE", "1000, FAULT"})
    void aJournalThatFallsBehindIsSaid(int seconds, Level level) {
        var now = Instant.parse("2018-11-30T10:00:00Z");

        assertThat(BackupPart.journal(now.minusSeconds(seconds), true, now).level())
                .isEqualTo(level);
    }

    /** A disk that is not mounted: nothing is made in its place. */
    @Test
    void aPlaceThatIsNotThereIsAFault() {
        assertThat(part(folder.resolve("not-mounted"), KEY).state().level()).isEqualTo(Level.FAULT);
        assertThat(folder.resolve("not-mounted")).doesNotExist();
    }

    private BackupPart part(@Nullable Path copies, @Nullable String key) {
        var backups = backups(copies, key);
        return new BackupPart(backups, worker(backups), TIME);
    }

    private static BackupWorker worker(Backups backups) {
        return new BackupWorker(backups, TIME, Runnable::run, false);
    }

    private Backups backups(@Nullable Path copies, @Nullable String key) {
        var data = folder.resolve("data");
        var access = new ServerAccess("127.0.0.1", 1, "giaoban", new ServerAccess.Login("nobody", ""), false);
        var settings = new BackupSettings(copies, key, LocalTime.of(1, 30), 14, 12);
        return new Backups(settings, new Settings(data, false, "", null, null), access, TIME);
    }
}
