package org.giaoban.backup;

import java.nio.file.Path;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;

/** The settings of a command that runs without the program. */
record OfflineSettings(Settings installation, BackupSettings backup) {

    static OfflineSettings of(Binder binder) {
        return new OfflineSettings(
                binder.bindOrCreate("giaoban", Settings.class),
                binder.bindOrCreate("giaoban.backup", BackupSettings.class));
    }

    Path folder(@Nullable Path named) {
        var folder = named == null ? backup.folder() : named;
        if (folder == null) {
            throw new Refused("backup.folder.absent");
        }
        return folder.toAbsolutePath().normalize();
    }
}
