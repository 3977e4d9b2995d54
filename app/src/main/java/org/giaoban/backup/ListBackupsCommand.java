package org.giaoban.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.giaoban.platform.OfflineCommand;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what lies in the folder of backups; no key is needed for that. */
@Command(name = "backups", mixinStandardHelpOptions = true, description = "Liệt kê các bản sao lưu / lists the backups")
public final class ListBackupsCommand implements OfflineCommand {

    private static final int MEGA = 1_000_000;

    @Option(names = "--from", description = "Folder of the backups; without it the setting giaoban.backup.folder")
    private @Nullable Path from;

    private @Nullable OfflineSettings settings;

    @Override
    public void use(Binder binder) {
        settings = OfflineSettings.of(binder);
    }

    @Override
    public Integer call() throws IOException {
        var lines = settings == null ? List.<BackupLine>of() : BackupLine.below(settings.folder(from));
        for (var line : lines) {
            System.out.println(Texts.text("backup.list.line", line.name()));
            for (var base : line.allBases()) {
                var size = String.valueOf(Files.size(base.file()) / MEGA);
                System.out.println(Texts.text("backup.list.base", local(base.finished()), size));
            }
            var segments = line.segments();
            if (!segments.isEmpty()) {
                var last = Files.getLastModifiedTime(segments.getLast()).toInstant();
                System.out.println(Texts.text("backup.list.journal", String.valueOf(segments.size()), local(last)));
            }
        }
        return 0;
    }

    static String local(Instant moment) {
        return moment.atZone(Zone.ID)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
