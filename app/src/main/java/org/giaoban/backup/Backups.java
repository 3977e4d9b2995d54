package org.giaoban.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Settings;
import org.giaoban.platform.Zone;
import org.giaoban.platform.database.ServerAccess;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Takes copies of this installation. */
@Service
class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private final BackupSettings settings;
    private final Path data;
    private final ServerAccess access;
    private final InstantSource time;

    Backups(BackupSettings settings, Settings installation, ServerAccess access, MachineTime time) {
        this.settings = settings;
        this.data = installation.data();
        this.access = access;
        this.time = time;
    }

    /** What one run brought. */
    record Taken(Base base, int files) {}

    boolean configured() {
        return settings.folder() != null && settings.key() != null;
    }

    void warnOfHalfSettings() {
        if (settings.folder() != null || settings.key() != null) {
            LOG.warn("Nothing is backed up: giaoban.backup.folder and giaoban.backup.key belong together");
        }
    }

    PublicKey receiver() {
        var key = settings.key();
        if (key == null) {
            throw new Refused("backup.key.absent");
        }
        return SealingKey.open(key);
    }

    Path folder() {
        var folder = settings.folder();
        if (folder == null) {
            throw new Refused("backup.folder.absent");
        }
        return folder.toAbsolutePath().normalize();
    }

    /** The folder is not made: where a disk is not mounted, copies would fill the one they are to save from. */
    BackupLine line() {
        var folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new UncheckedIOException(new NoSuchFileException(folder.toString()));
        }
        return identity().in(folder);
    }

    private LineIdentity identity() {
        try {
            return LineIdentity.of(data, time.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileCopies files() {
        return new FileCopies(data, identity(), line(), receiver(), time);
    }

    JournalStream follow() throws IOException {
        return JournalStream.open(access, line(), receiver(), time);
    }

    /** A base, the files it speaks of, and then the old ones go. */
    Taken take() throws IOException {
        var line = line();
        var base = new BaseBackup(access, receiver(), time).take(line, data.resolve("postgres/access.properties"));
        var files = files().copyNew();
        new Retention(settings.days(), settings.months()).sweep(line, time.instant());
        return new Taken(base, files);
    }

    @Nullable
    Base newest() throws IOException {
        return line().newestBase().orElse(null);
    }

    /** Whether the day's base is still to be taken. */
    boolean due(Instant now) throws IOException {
        var newest = newest();
        if (newest == null) {
            return true;
        }
        var today = now.atZone(Zone.ID).with(settings.at());
        var last = today.toInstant().isAfter(now) ? today.minusDays(1) : today;
        return newest.finished().isBefore(last.toInstant());
    }

    /** Tells the server to keep nothing for a backup that nobody takes any more. */
    void forget() throws IOException {
        JournalStream.end(access);
    }
}
